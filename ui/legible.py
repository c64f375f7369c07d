"""Text from the network, fit to be drawn: what would hide, turn or break a line is made visible.

A right-to-left override in a patient's name must not turn the words behind it around.
"""

_ALLOWED = frozenset("\n\u00a0\u202f")
"""Ends of lines, and spaces that do not break: no printables by Python's measure, and harmless."""


def legible(text: str) -> str:
    """The text with control and formatting characters written out; no font of ours draws them."""
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable() or character in _ALLOWED:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
