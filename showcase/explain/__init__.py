"""Recorded bytes into annotated trees (`showcase.model.node.Node`) for people.

``hl7v2``     segments, fields and components, by name
``dicom``     associations, commands, datasets by keyword
``soap``      HTTP heads, envelopes, MTOM parts
``ebxml``     SOAP bodies of XDS.b: metadata by their names
``ebrim_places``  where an attribute of that metadata stands
``xml_places``  where the elements of a document stand among its bytes
``documents``  documents that travel in messages, as they read
``compare``    two trees side by side: in which lines they differ
``legible``   text from the network, made fit to stand on a line
``audit``     syslog headers and audit messages
``readers``   which of them reads which transport
"""
