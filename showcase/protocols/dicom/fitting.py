"""What other standards say, as the value representations of DICOM may hold it (PS3.5 6.2).

HL7 v2 lets a text be long, of several lines, with backslashes; a date be a year; a sex be one of
six. A modality that is handed that refuses it, or takes one value for two.
"""

LO = 64
SH = 16
"""Most characters of a value of that representation."""

_SEXES = {"M": "M", "F": "F", "O": "O", "A": "O"}
"""Table 0001 of HL7 v2 as (0010,0040) has it (PS3.3 C.7.1.1); all else is unknown."""


def line(text: str, most: int = LO) -> str:
    """A text as LO or SH: one line, without the backslash that parts values, not too long."""
    plain = "".join(each if each.isprintable() else " " for each in text.replace("\\", "/"))
    return " ".join(plain.split())[:most].rstrip()


def person_name(family: str, given: str) -> str:
    """A name as PN, at most 64 characters: what parts components and groups in it is a space."""
    parts = (each.translate({ord("^"): " ", ord("="): " "}) for each in (family, given))
    return "^".join(line(each, LO // 2 - 1) for each in parts)


def date(text: str) -> str:
    """A date as DA; empty where it is none, or only a part of one."""
    return text if len(text) == 8 and text.isdecimal() and text.isascii() else ""


def sex(text: str) -> str:
    """A sex as Patient's Sex may say it; empty where it is not known."""
    return _SEXES.get(text, "")
