"""The engine, and its HTTP + WebSocket face on loopback.

``stagehand``  the verbs that a window may say, as a Protocol; whoever performs them is the engine
``server``     those verbs as HTTP routes, the journal as a WebSocket stream
``curtain``    freeze and holding screen, for walls on other machines
``lookout``    the second door, for who only looks on from another machine
``inspection``  what people ask of recorded runs, as HTTP routes
``answering``  JSON both ways, and every way in which an answer can be no
``asker``      whose work ends when its asker leaves, and whose is seen through
``engine``     the engine: every verb
``running``    the run on stage: at most one, walked by one at a time
``house``      what stands ready for a run: story, cast, stand-ins, taps
``gates``      which ports are open, and whom a cast lets expect there
``reception``  who has called there; strangers are admitted, or turned away
``remains``    what vendors' systems keep of our patients
``onstage``    a note of the run on stage; ``returning``: brings it back after a crash
``changes``    what has changed on disk meanwhile
``shelf``      the stories that can be played
``casting``    casts: which there are, what stands in one, a change, a test, a switch
``cast_sheet``  a cast beside a story, as a window shows it
``backstage``  the verbs of ``casting`` as HTTP routes
``identity``   what this machine shows over TLS
``parts``      how each stand-in is set up

Whoever knocks needs the key, which lives in the user's own door file. JSON in both directions,
by `msgspec` from the nouns of `showcase.model`:

=======================================  ===================================================
``GET /state``                           `EngineState`
``GET /stories``                         `StoryBrief`, several
``GET /runs``                            `RunBrief`, several, newest first
``GET /runs/{run}/events``               `Entry`, one a line; a run by the beginning of its id
``GET /runs/{run}/follow?value=``        `Mention`, several, in order of time
``GET /runs/{run}/export.html``          the run as one page
``GET /runs/{run}/export.zip?hop=``      the run as raw files; only some hops, if they are named
``GET /search?q=&limit=``                `Found`, several, newest first
``GET /compare?a=&b=``                   `Comparison` of two hops
``GET /hops/{hop}/explanation``          `Explanation`
``GET /blobs/{digest}``                  bytes
``GET /casts?story=``                    `CastBrief`, several
``GET /cast?file=&story=``               `CastSheet`
``POST /cast``                           `CastWanted` -> `CastSaved`
``POST /cast/file?file=&name=``          bytes -> ``{"name": …}``: a logo, a certificate
``GET /cast/test?file=&story=&role=``    `Check`, several; ``&subject=``: at one address
``POST /cast/switch?file=&story=``       nothing -> 204
``GET /certificates``                    `Certificates`: all that the booth's authority has issued
``POST /certificates``                   `CertificateWanted` -> `Certificates`
``GET /clearance``                       `Clearance`: what the newest reset has cleared
``GET /reception``                       `Reception`
``POST /reception/judge``                ``{"caller": …, "admitted": …}`` -> 204
``POST /reception/name``                 ``{"address": …, "name": …}`` -> 204
``POST /reception/house``                ``{"everybody": …, "interface": …}`` -> 204
``POST /runs``                           `RunWanted` -> ``{"run": …}``
``POST /go /hold /panic /skip /retry``   nothing -> 204
``POST /jump``                           ``{"cue": …}`` -> 204
``POST /stand-in``                       ``{"role": …}`` -> 204
``POST /give-back``                      ``{"role": …}`` -> `Missed`, several
``POST /end /quit``                      nothing -> 204
``GET /curtain?known=``                  `Curtain`; once its number is no longer `known`
``POST /curtain``                        `Curtain` -> `Curtain`: for walls elsewhere
``GET /lookout``                         `Lookout`
``POST /lookout``                        `LookoutWanted` -> `Lookout`
``WS /events?after=N``                   `Entry`, one a message: what is behind N, then live
=======================================  ===================================================

Whatever is refused comes back as a 4xx with a `Refusal`.
"""
