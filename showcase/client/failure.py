"""What can go wrong between a window and its engine."""


class EngineRefused(Exception):
    """The engine is well, and said no.

    Attributes:
        words: Why, in plain language.
        remedy: What to do about it; may be empty.
    """

    def __init__(self, words: str, remedy: str = "") -> None:
        """Keep both texts."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy


class EngineGone(Exception):
    """The engine does not answer any more, or never did.

    Attributes:
        words: What was noticed, in plain language.
        remedy: What to do about it.
    """

    def __init__(
        self,
        words: str = "The engine does not answer.",
        remedy: str = "Start Showcase again; the journal has kept everything that was shown.",
    ) -> None:
        """Keep both texts."""
        super().__init__(words)
        self.words = words
        self.remedy = remedy
