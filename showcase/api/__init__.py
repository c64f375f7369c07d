"""The engine, and its HTTP + WebSocket face on loopback.

``stagehand``  the verbs that a window may say, as a Protocol; whoever performs them is the engine
``server``     those verbs as HTTP routes, the journal as a WebSocket stream
``engine``     the engine: its stories, its stand-ins, the run on stage
``parts``      how each stand-in is set up

Whoever knocks needs the key, which lives in the user's own door file. JSON in both directions,
by `msgspec` from the nouns of `showcase.model`:

=======================================  ===================================================
``GET /state``                           `EngineState`
``GET /stories``                         `StoryBrief`, several
``GET /runs``                            `RunBrief`, several, newest first
``GET /runs/{run}/events``               `Entry`, one a line; a run by the beginning of its id
``GET /hops/{hop}/explanation``          `Explanation`
``GET /blobs/{digest}``                  bytes
``POST /runs``                           `RunWanted` -> ``{"run": …}``
``POST /go /hold /panic /skip /retry``   nothing -> 204
``POST /jump``                           ``{"cue": …}`` -> 204
``POST /stand-in``                       ``{"role": …}`` -> 204
``POST /end /quit``                      nothing -> 204
``WS /events?after=N``                   `Entry`, one a message: what is behind N, then live
=======================================  ===================================================

Whatever is refused comes back as a 4xx with a `Refusal`.
"""
