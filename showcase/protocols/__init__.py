"""The protocols, strangers to each other: a codec without I/O, then client and server.

``hl7v2``  ER7 messages, MLLP
``dicom``  PDUs, DIMSE commands, datasets
``soap``   SOAP 1.2, WS-Addressing, MTOM/XOP, ebRIM metadata
``cda``    clinical documents: what XDS carries
``audit``  DICOM audit messages over syslog
"""
