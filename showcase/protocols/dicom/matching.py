"""Whether an entity matches a query, and what of it is returned (PS3.4 C.2.2.2, K.2.2.2)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

_WILD = {"AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT"}
_RANGE = {"DA", "TM", "DT"}
_NUMBERS = {"DS", "IS"}
_NOT_KEYS = {"SpecificCharacterSet", "QueryRetrieveLevel", "TimezoneOffsetFromUTC"}

_PAIRS = {
    "ScheduledProcedureStepStartDate": "ScheduledProcedureStepStartTime",
    "StudyDate": "StudyTime",
}
"""Date and time that form one interval together (PS3.4 C.2.2.2.5.2, K.2.2.2)."""


class Keys:
    """The keys of a query, read once: one entity after the other is asked for them."""

    def __init__(self, query: Dataset) -> None:
        """Sort out what may decide whether an entity matches: an empty key never does."""
        self._returned = tuple(_keys(query))
        self._together = {d: t for d, t in _PAIRS.items() if _are_ranges(query, d, t)}
        self._query = query
        taken = {*self._together, *self._together.values()}
        self._telling = tuple(
            key for key in self._returned if key.keyword not in taken and _tells(key)
        )
        self._inside = {
            key.tag: Keys(key.value[0])
            for key in self._returned
            # an item without keys asks for the whole of it, as no item does (K.2.2.1.2)
            if key.VR == "SQ" and key.value and len(key.value[0])
        }

    def of(self, header: Dataset) -> Dataset:
        """What of a header these keys are about: all that matching and answering need of it."""
        return Dataset({k.tag: header[k.tag] for k in self._returned if k.tag in header})

    def match(self, entity: Dataset) -> bool:
        """Whether an entity satisfies every key."""
        return all(
            _in_interval(entity, self._query, date, time) for date, time in self._together.items()
        ) and all(self._matches(entity.get(key.tag), key) for key in self._telling)

    def select(self, entity: Dataset) -> Dataset:
        """What is returned of an entity: every key, empty where it has no value."""
        return Dataset(
            {key.tag: self._selected(entity.get(key.tag), key) for key in self._returned}
        )

    def _matches(self, has: DataElement | None, key: DataElement) -> bool:
        if key.VR == "SQ":
            items = has.value if has is not None and has.VR == "SQ" else []
            inside = self._inside[key.tag]
            return any(inside.match(item) for item in items or (Dataset(),))
        wanted = _texts(key)
        values = _texts(has) if has is not None else []
        return any(_single(value, want, key.VR) for value in values for want in wanted)

    def _selected(self, has: DataElement | None, key: DataElement) -> DataElement:
        if has is None:
            return DataElement(key.tag, key.VR, [] if key.VR == "SQ" else None)
        inside = self._inside.get(key.tag)
        if inside is None or has.VR != "SQ":
            return has
        return _sequence(key, [inside.select(item) for item in has.value if inside.match(item)])


def understood(query: Dataset, entity: Dataset) -> Dataset:
    """The query as an SCP takes it whose entities have the attributes of `entity` and no others.

    A matching key that it does not support is ignored for matching, and a return key only
    (PS3.4 K.2.2.1.1.2). Senders fill in keys of which they mean nothing: pregnancy status 0.
    """
    taken = Dataset()
    for key in query:
        has = entity.get(key.tag)
        if key.keyword in _NOT_KEYS:
            taken.add(key)
        elif has is None:
            taken.add(DataElement(key.tag, key.VR, [] if key.VR == "SQ" else None))
        elif key.VR == "SQ" and has.VR == "SQ" and has.value:
            items = [understood(item, has.value[0]) for item in key.value]
            taken.add(DataElement(key.tag, "SQ", items))
        else:
            taken.add(key)
    return taken


def _tells(key: DataElement) -> bool:
    if key.VR == "SQ":
        return bool(key.value) and any(_texts(k) or k.VR == "SQ" for k in _keys(key.value[0]))
    wanted = _texts(key)
    return bool(wanted) and not (wanted == ["*"] and key.VR in _WILD)


def _sequence(key: DataElement, items: list[Dataset]) -> DataElement:
    """Made of datasets already: nothing to look at again."""
    return DataElement(key.tag, "SQ", Sequence(items), already_converted=True)


def _keys(query: Dataset) -> Iterator[DataElement]:
    for key in query:
        if key.keyword not in _NOT_KEYS and key.tag.element:
            yield key


def _single(value: str, want: str, vr: str) -> bool:
    if vr in _RANGE:
        return _in_range(value, want)
    if vr == "PN":
        return _is_named(value, want)
    if vr in _WILD:
        return bool(_pattern(want, vr).fullmatch(value))
    return value == want or (vr in _NUMBERS and _same_number(value, want))


def _is_named(value: str, want: str) -> bool:
    """Whether a name is the one that is wanted, each written in one script or more (PS3.5 6.2.1).

    A wanted name in one script is looked for in all; of one in several, each that is not empty
    must match in its place.
    """
    has, asked = value.split("="), want.split("=")
    if len(asked) == 1:
        return any(_in_script(each, want) for each in has)
    pairs = zip_longest(has, asked, fillvalue="")
    return all(_in_script(each, wanted) for each, wanted in pairs if wanted)


def _in_script(value: str, want: str) -> bool:
    return bool(_pattern(want.rstrip("^ "), "PN").fullmatch(value.rstrip("^ ")))


def _same_number(value: str, want: str) -> bool:
    try:
        return float(value) == float(want)
    except ValueError:
        return False


@lru_cache(maxsize=512)
def _pattern(want: str, vr: str) -> re.Pattern[str]:
    runs = re.sub(r"\*+", "*", want)
    parts = {"*": ".*", "?": "."}
    expression = "".join(parts.get(c) or re.escape(c) for c in runs)
    return re.compile(expression, re.IGNORECASE | re.DOTALL if vr == "PN" else re.DOTALL)


def _in_range(value: str, want: str) -> bool:
    if "-" not in want:
        return value.startswith(want) or want.startswith(value)
    low, _, high = want.partition("-")
    return (not low or value >= low) and (not high or value[: len(high)] <= high)


def _are_ranges(query: Dataset, date: str, time: str) -> bool:
    return all(name in query and "-" in str(query[name].value or "") for name in (date, time))


def _in_interval(entity: Dataset, query: Dataset, date: str, time: str) -> bool:
    first_day, _, last_day = str(query[date].value).partition("-")
    first, _, last = str(query[time].value).partition("-")
    moment = f"{entity.get(date) or ''}{entity.get(time) or ''}"
    low, high = first_day + (first if first_day else ""), last_day + (last if last_day else "")
    if not moment:
        return False
    return (not low or moment >= low) and (not high or moment[: len(high)] <= high)


def _texts(element: DataElement) -> list[str]:
    value = element.value
    if value is None or element.VR == "SQ":
        return []
    many = isinstance(value, (list, tuple)) or type(value).__name__ == "MultiValue"
    return [t for each in (value if many else [value]) if (t := str(each).strip())]
