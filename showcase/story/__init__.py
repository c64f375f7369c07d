"""Story and cast files: what may stand in them, and what they become.

A file takes one road, and everything wrong with it is found on the way::

    bytes -> yaml_source -> schema + lint -> Story.programme() -> the conductor
                         -> cast_schema + cast_lint -> Cast -> the address book

``fault``          one thing wrong with a file: where, what, and how to mend it
``spelling``       what somebody probably meant
``yaml_source``    YAML 1.2 into plain values, each with its line; nothing clever allowed
``schema``         the shape of a story file, format 1
``cast_schema``    the shape of a cast file, format 1
``shape``          a file against its shape, in plain words
``raw``            raw values, read forgivingly
``sketch``         what can be read of a story, however broken; what the lint looks at
``lint``           all that a shape cannot say: the visible list of checks
``causes``         … cues that other cues cause
``parts``          … roles, transactions, actors
``stage``          … where cards stand
``words``          … what is written for people, and the placeholders in it
``library``        where the shipped stories and casts are
``translation``    … and its texts in other languages
``loader``         a file into a `Story`
``story``          a story that can be played, whole or cut
``persona``        a fresh invented patient for every run
``cast``           who plays which role, and where the stand-ins listen
``cast_lint``      all that the shape of a cast cannot say

Decided 2026-11: faults are collected over the raw values and not over the validated model, so
that one wrong key does not hide the five faults behind it.
"""
