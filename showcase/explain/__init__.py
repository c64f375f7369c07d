"""Recorded bytes into annotated trees (`showcase.model.node.Node`) for people.

``hl7v2``     segments, fields and components, by name
``dicom``     associations, commands, datasets by keyword
``soap``      HTTP heads, envelopes, MTOM parts
``audit``     syslog headers and audit messages
``readers``   which of them reads which transport
"""
