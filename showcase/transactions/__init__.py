"""One module per IHE transaction: how to build it, read it and judge it.

Every module has the same shape:

``TRANSACTION``   its entry in the catalogue (a `showcase.model.transaction.Transaction`)
``facts``         ``(request: bytes, response: bytes) -> tuple[Fact, ...]``: what recorded bytes
                  state. Takes the bytes *as the wire carried them* (MLLP frames, PDUs, HTTP) and
                  never raises on damaged ones: it returns what it could read.
builders          functions that make the request (and, for responders, the answer)
``judge``         the answer, as a `Verdict` with the peer's words and ours

``catalogue`` lists them all. The modules do not know one another; what a family shares lives in
``protocols``. A new transaction is one file, its test, and a line in the catalogue.
"""
