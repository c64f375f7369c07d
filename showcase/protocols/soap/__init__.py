"""SOAP 1.2 with WS-Addressing and MTOM/XOP, and the ebRIM metadata of XDS.b.

Pure, no I/O:

``vocabulary``         namespaces, actions, UUIDs and URNs, as the Technical Framework writes them
``http``               recorded bytes into HTTP head and body
``mtom``               multipart/related packages: XML with its binary parts beside it
``envelope``           SOAP envelopes, addressing headers, faults
``message``            one SOAP message, whichever way it was packed
``ebrim``              the parts that every registry object is made of
``metadata``           document entries, submission sets, folders, associations
``metadata_reader``    ebRIM into those nouns
``metadata_writer``    those nouns into ebRIM
``metadata_rules``     what is required of them
``query``              stored queries and their parameters
``registry_response``  success, failure, and the errors in between
``verdict``            what an answer means, in plain words
``stated``             the facts that metadata state

With sockets:

``client``             a call, and sending it: imports what is behind it when it is first used
``described``          zeep over a transport of ours: WSDL-described calls that carry MTOM
``server``             aiohttp: HTTP in, HTTP out, every byte recorded
``service``            one SOAP request into one answer: addressing, dispatch, faults

``wsdl/xds.wsdl`` describes the four port types.
"""
