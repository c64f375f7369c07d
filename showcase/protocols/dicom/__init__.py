"""DICOM: messages and associations without I/O, then a requestor and an acceptor in asyncio.

From bytes upward; a module imports only those above it:

``pdu``           cuts a byte stream into PDUs, bounded; P-DATA-TF in and out (PS3.8 9.3)
``acse``          what A-ASSOCIATE-RQ, -AC, -RJ and A-ABORT say, as frozen nouns (PS3.8 9.3.2-9.3.8)
``command``       command sets: always Implicit VR Little Endian (PS3.7 6.3)
``dimse``         command set + dataset = message: fragmenting and assembling (PS3.8 Annex E)
``dataset``       datasets by transfer syntax, and their headers alone (PS3.5)
``messages``      requests and responses with the elements they must have (PS3.7 9.3, 10.3)
``status``        what a status means, in plain words (PS3.7 Annex C)
``recording``     the recorded bytes of an association back into messages
``negotiation``   what an acceptor grants of what was proposed (PS3.8 7.1.1.14, PS3.7 D.3.3)
``association``   the state machine, one for both sides, as a table (PS3.8 9.2)
``conversation``  the machine on a recorded stream
``requestor``     one method for each operation of an established association
``scu``           asks: ``async with associate(...) as peer: await peer.c_store(...)``
``service``       what is offered: handlers by operation, and a request as they see it
``scp``           answers: rejects, limits, clocks
``storage``       which SOP classes are stored, and in which contexts they travel
``identity``      who a dataset is about
``matching``      does this entity match that query? (PS3.4 C.2.2.2)
``part10``        files (PS3.10)

**Decision, 2026-11-24: the upper layer is ours, the tables are pynetdicom's.** pynetdicom drives
each association by a thread that polls: measured, its sleeps cost half the throughput of C-STORE
and nine milliseconds of every echo; ten silent sockets block its server for half a minute; and it
believes a declared PDU length of four gigabytes. We also need a reader of PDUs and messages that
has no socket at all, for recordings and taps. So a sans-IO machine of ours is driven by asyncio,
and pynetdicom contributes what a table or a codec is: A-ASSOCIATE items, the outcome of role
selection, SOP classes, status codes. pydicom reads and writes the datasets. Two codecs are our
own for a reason: P-DATA-TF, because every byte of every image passes through it, and command
sets, because they are the first thing that a stranger's noise reaches and must never raise
anything but `Garbled`.
"""
