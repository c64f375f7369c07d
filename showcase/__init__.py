"""Showcase plays a cross-vendor patient journey with real HL7 v2, DICOM and IHE transactions.

One straight line runs through this package::

    story + cast -> conductor -> transaction -> wire -> event -> journal -> everyone who watches

The ladder, top rung first. A rung imports those below it, never sideways or up; the import
contract in ``pyproject.toml`` keeps it true.

=================  ==============================================================================
``cli``            commands; plays a run in the terminal
``api``            the engine: its stand-ins, its conductor, and its HTTP + WebSocket face
``conductor``      walks the cues of a story, waits, judges, proves
``taps``           relays between vendors' systems: they pass everything on, and see it
``readiness``      asks every system, before the doors open, whether it can play
``support``        logs, crash reports, the support bundle: for whoever has to find out
``standins``       simulated systems: what each remembers, what it answers, what it sends
``inspector``      recorded runs for people: explained, followed, compared, taken away
``story``          story and cast files: schema, loader, lint
``journal``        append-only record of every event and every byte; replay
``explain``        recorded bytes into annotated trees for people
``transactions``   one module per IHE transaction: how to build, read and judge it
``protocols``      HL7 v2, DICOM, SOAP, audit: codecs without I/O, then clients and servers
``wire``           addresses, clocks, deadlines, limits, the byte recorder, safe XML
``client``         what a window needs to talk to an engine
``disk``           files that are replaced as a whole
``model``          frozen nouns, and the closed set of events
=================  ==============================================================================

There is no Qt anywhere in this package. The window (package ``ui``) sees ``showcase.model`` and
``showcase.client`` and nothing else.
"""

__version__ = "0.1.0"
