"""Frozen nouns, and the closed set of events that every screen draws from.

``transaction``  what the catalogue says of an IHE transaction
``programme``    a story as it will be performed: places, roles, scenes, cues
``icon``         which drawn icon stands for a role
``system``       who plays a role, and where it listens
``exchange``     the recorded bytes of one hop, and how it ended
``fact``         a value that the bytes of an exchange state: an identifier, a name, a hash
``events``       what happened; nothing is drawn, printed or replayed from anything else
``node``         the tree that a person reads of recorded bytes
``certificates`` what the booth's authority has issued
``answers``      what the engine's API answers to a window
``callers``      who calls from outside the cast, and what staff make of it
``casting``      a cast, as the cast page edits and tests it
``clearance``    what was cleared between two patients, and what is left in vendors' systems
``lookout``      walls on other machines: the door that they look through
``readiness``    what was found before the doors open
``oid``          our own OID root, and UIDs below it

Everything here is a `msgspec.Struct`: immutable, typed, and turned into JSON and back without
code of ours.
"""
