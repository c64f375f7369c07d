"""Audit records (IHE ITI-20): what a secure node tells the audit record repository.

``message``     the DICOM audit message (PS3.15 A.5): struct <-> XML
``codes``       the coded values it uses: event ids, roles, kinds of object
``reportable``  which record each IHE transaction obliges its two sides to write
``syslog``      the envelope: RFC 5424 header, RFC 5425 octet counting
``sender``      one record to one repository: UDP (RFC 5426), or TLS
``server``      listeners for both

Neither carrier has an acknowledgement. What is sent is *sent*; that is all either side can say.
"""
