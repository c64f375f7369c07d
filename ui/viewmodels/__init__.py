"""What the screens show, as typed properties and rows: one class per region.

Each changes in ``apply(entry)`` alone, an exhaustive ``match`` over the events: forget one and
the type checker objects. What people press are slots; they reach the engine through `Verbs`.

``console``      keys, cue list, failure card, status line
``waiting``      whose turn it is, when a vendor's human has to act
``notices``      what staff should know that belongs to no cue
``presenter``    what is on stage, what to say, the clocks
``cast``         who plays each role, and where it listens
``traffic``      every hop of the run
``library``      stories to begin, runs to see again
``inspector``    one hop, looked into
``stage``        cards, paths and what travels: console's middle, and the wall

Below them, without Qt's signals: ``performance`` and ``cues`` (the run as the console tells it),
``failure`` (what went wrong, in words to act on), ``go`` (when a press counts), ``tree``, ``dump``
and ``thread`` (recorded bytes for people), ``families`` (which standard carries a transaction).
"""
