"""Taps: how two vendors' systems that talk to each other are seen.

The sender is given our port in place of the receiver's. What it sends there goes on to the
receiver, unaltered and at once; what was said is made out afterwards, on the side, so that
nobody has to wait for us to understand it. ::

    caller ──▶ Tap ──▶ the receiver's own address
                │
              Tape ──▶ an ear: MLLP, DICOM or HTTP ──▶ Scribe ──▶ hops

``taps``     all taps of a cast, opened and closed together
``tap``      one listening port in front of one system
``relay``    one connection: both directions, their ends, and who listens
``tape``     what has crossed one connection, until a hop takes it
``ear``      what an ear is, and how long it waits
``mllp``     HL7 v2: a hop for each message and its acknowledgement (MSA-2)
``dicom``    an association, by PDU: a hop for each operation, one for a series of images
``http``     a hop for each request and its response
``scribe``   hops of one tapped connection
``naming``   which transaction it was
``judging``  what the answer means, by the transaction's own rules
``audits``   where no tap is possible: hops out of both sides' audit records (ITI-20)

Decisions. What cannot be made out is passed on all the same: a tap that drops what it does not
understand would be a fault that the two vendors never had. A tap whose receiver was taken over
leads to our stand-in. A transaction that the catalogue does not know, or that the receiver's
actors do not answer, goes by the name of its carrier: ``ADT^A08``, ``C-ECHO``, ``GET /about``.
"""
