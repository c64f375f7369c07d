"""Walks the cues of a story: fires, waits, judges, stops, proves.

``performance``  one run: standby, GO, hold, panic, skip, retry
``cueing``       fires one cue: prompts a stand-in's human, or waits for a vendor's
``relief``       who goes on in whose place: takeover and giving back
``waiting``      cues that somebody else fires: a reaction, or a vendor's system
``recognising``  whether what a vendor's system sent is of this run's patient and order
``todo``         what a vendor's human has to do, and with which values
``typed``        what a human types: the placeholders of a cue's ``with:``
``tally``        every hop of a run, and what they come to
``proof``        from the recorded bytes: one patient was one patient throughout
``past``         what a journal tells of a run; ``comeback``: how one that was cut off goes on
``players``      what a run needs of the stand-ins
"""
