"""The window: a client of the engine, drawn with Qt Quick.

It imports `showcase.model` and `showcase.client` and nothing else of `showcase`. One straight
line runs through it, too::

    engine -> Link -> one signal per event -> view-models -> QML

================  ===============================================================================
``app``           the command line, Qt's application, and the loop around them
``window``        composition: the window is made, lives, and is taken apart in the right order
``arrangement``   what people have chosen takes effect: light, motion, language, the wall
``link``          the one crossing: finds or starts the engine, streams its events, says its verbs
``questions``     what the window wants to know of its engine, below ``link``
``asking``        in the order of asking, or at once; below ``questions``
``replay``        a recorded run at any speed, from any point
``attract``       the loop that plays while nobody does
``baggage``       what people take away, saved among their documents
``nobody``        no network for QML
``attach``        how an engine is found, or started
``curtains``      walls on other machines freeze and go blank with it
``windows``       the wall as a second window, on the screen the audience sees
``remote``        the wall alone, on another machine
``renderer``      with a GPU the usual renderer, without one Qt's software renderer
``clock``         what time it is, as an argument
``viewmodels/``   one class per region; private state changes in ``apply(entry)``, nowhere else
``stage/``        where cards stand and paths run: geometry without Qt
``rows``          the one list model: roles from a frozen dataclass
``fonts``         the fonts we bring, and whether they are there
``translations``  the languages of the window
``blobs``         pictures out of the journal, for QML
``qml/Showcase``  how it looks and moves: Theme, Controls, Stage, Wall, Console, Inspector
================  ===============================================================================

Python decides what is true; QML decides how it looks and moves. A replayed run comes out of the
same signal as a live one, so it is drawn by the same code.
"""
