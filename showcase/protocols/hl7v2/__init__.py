r"""HL7 v2 over MLLP. Bytes are pure: only `client` and `server` know of sockets.

``charset``     MSH-18, and the Python codec that reads it
``escape``      ``\F\`` and its relatives
``path``        ``PID-3[2].4.2``: how a value is addressed
``codec``       bytes into `Message` and `Segment`
``compose``     values into a `Message`
``header``      MSH: who writes to whom, and how a reply turns that round
``frame``       the MLLP framer
``ack``         acknowledgements: built for a sender, judged for an operator
``reason``      why a peer refuses, wherever in its answer it says so
``person``      PID, and the identifiers in it, as several transactions share them
``order``       ORC and OBR, as several transactions share them
``recorded``    recorded MLLP bytes back into messages
``client``      one connection, one message, one answer
``server``      many messages per connection, each answered exactly once
``dictionary``  names of segments, fields and components
"""
