"""Simulated systems. Each really speaks its protocols, and really keeps what it was sent.

A stand-in is a role of the story with a behaviour for each IHE actor that the role plays. It
knows only what the wire told it, and what its own human would type (a cue's ``with:``).

``behaviour``    the base class of what an actor does: *acts* (it starts a transaction when its
                 human, or an incoming message, makes it) and answers
``memory``       what one system has been told: patients, orders, procedures, reports
``book``         who plays which role and where it listens: every system's address book
``hops``         the ledger: every transaction anybody starts becomes events and recorded bytes
``asked``        what a hop's bytes state beyond its facts, for its audit record
``standin``      one system: memory, behaviours, open endpoints
``troupe``       all stand-ins of a story
``catchup``      what a stand-in must be told before it goes on in a vendor's place
``replay``       ... over its own wire; ``recalling``: what recorded bytes told their sender
``endpoints/``   one module per protocol: opens the port, hands messages to the behaviours
``registration`` how a system registers a patient; people of a memory to and from PID
``scheduling``   orders of a memory to and from ORC, OBR, ZDS
``crossreference`` which identifiers of different domains are one patient's
``sends_hl7``    what every actor that starts an HL7 v2 transaction does alike
``account``      what strangers do in one DICOM association, as hops
``shelf``        DICOM instances on disk, and an index of their headers
``sending``      C-STOREs with progress; ``commitment``: an archive's promise
``ct_series``    a scan of the ``phantom``, a computed thorax (``phantom_vessels``)
``pictures``     PNGs of DICOM instances; ``people``: what their headers say for a memory
``xds/``         the registry's holdings and rules, the repository's store, the shared region
``actors/``      one module per IHE actor (and protocol); ``actors/__init__`` lists them
"""
