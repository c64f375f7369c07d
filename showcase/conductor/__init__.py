"""Walks the cues of a story: fires, waits, judges, stops, proves.

``performance``  one run: standby, GO, hold, panic, skip, retry
``waiting``      cues that somebody else fires: a reaction, or a vendor's system
``typed``        what a human types: the placeholders of a cue's ``with:``
``proof``        from the recorded bytes: one patient was one patient throughout
"""
