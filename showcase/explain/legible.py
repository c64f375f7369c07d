"""Text from the network, made fit to stand on a line."""


def legible(text: str) -> str:
    """The text with its control characters made visible, as Unicode's control pictures."""
    if text.isprintable():
        return text  # nearly always
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"\\u{code:04x}"
