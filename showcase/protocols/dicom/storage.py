"""Which SOP classes are stored, and in which presentation contexts instances travel (PS3.4 B.5)."""

from collections.abc import Collection, Iterable

from pynetdicom.presentation import AllStoragePresentationContexts

from showcase.protocols.dicom.acse import Proposed
from showcase.protocols.dicom.negotiation import PLAIN

_KNOWN = frozenset(str(each.abstract_syntax) for each in AllStoragePresentationContexts)
_STANDARD = "1.2.840.10008."
_STORAGE_ARC = "1.2.840.10008.5.1.4.1.1."
"""Where the standard puts storage classes, those it has retired included."""


def is_storage(abstract: str) -> bool:
    """Whether an abstract syntax is a storage SOP class: of the standard, or a maker's own."""
    return (
        abstract in _KNOWN
        or abstract.startswith(_STORAGE_ARC)
        or not abstract.startswith(_STANDARD)
    )


def proposals(instances: Iterable[tuple[str, str]]) -> tuple[Proposed, ...]:
    """A context for each pair of SOP class and transfer syntax, so that nobody has to convert.

    Where pixels are not compressed, both little endian syntaxes are offered: every peer takes one
    of them (PS3.5 10.1). At most 128 fit an association (PS3.8 9.3.2.2: odd ids to 255).
    """
    pairs = list(dict.fromkeys(instances))[:128]
    return tuple(
        Proposed(2 * index + 1, sop_class, _alternatives(transfer))
        for index, (sop_class, transfer) in enumerate(pairs)
    )


def best(transfer: str, taken: Collection[str]) -> str:
    """In which of the syntaxes that a peer takes an instance should go; empty: in none."""
    return next((each for each in _alternatives(transfer) if each in taken), "")


def _alternatives(transfer: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((transfer, *PLAIN))) if transfer in PLAIN else (transfer,)
