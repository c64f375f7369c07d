"""Whether an entity matches a query, and what of it is returned (PS3.4 C.2.2.2, K.2.2.2)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset

_WILD = {"AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT"}
_RANGE = {"DA", "TM", "DT"}
_NOT_KEYS = {"SpecificCharacterSet", "QueryRetrieveLevel", "TimezoneOffsetFromUTC"}

_PAIRS = {
    "ScheduledProcedureStepStartDate": "ScheduledProcedureStepStartTime",
    "StudyDate": "StudyTime",
}
"""Date and time that form one interval together (PS3.4 C.2.2.2.5.2, K.2.2.2)."""


def matches(entity: Dataset, query: Dataset) -> bool:
    """Whether `entity` satisfies every key of `query`; an empty key matches anything."""
    together = {date: time for date, time in _PAIRS.items() if _are_ranges(query, date, time)}
    taken = {*together, *together.values()}
    return all(_in_interval(entity, query, date, time) for date, time in together.items()) and all(
        _matches(entity.get(key.tag), key) for key in _keys(query) if key.keyword not in taken
    )


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


def telling(query: Dataset) -> Dataset:
    """Those keys of a query that some entity might not match: what is left to ask each of many."""
    return Dataset({key.tag: key for key in _keys(query) if _tells(key)})


def _tells(key: DataElement) -> bool:
    if key.VR == "SQ":
        return bool(key.value) and any(_texts(k) or k.VR == "SQ" for k in _keys(key.value[0]))
    wanted = _texts(key)
    return bool(wanted) and not (wanted == ["*"] and key.VR in _WILD)


def select(entity: Dataset, query: Dataset) -> Dataset:
    """What is returned of `entity`: every requested key, empty where it has no value."""
    return Dataset({key.tag: _selected(entity.get(key.tag), key) for key in _keys(query)})


def _selected(has: DataElement | None, key: DataElement) -> DataElement:
    if has is None:
        return DataElement(key.tag, key.VR, [] if key.VR == "SQ" else None)
    if key.VR == "SQ" and key.value and has.VR == "SQ":
        items = [select(i, key.value[0]) for i in has.value if matches(i, key.value[0])]
        return DataElement(key.tag, "SQ", items)
    return has


def _keys(query: Dataset) -> Iterator[DataElement]:
    for key in query:
        if key.keyword not in _NOT_KEYS and key.tag.element:
            yield key


def _matches(has: DataElement | None, key: DataElement) -> bool:
    if not _tells(key):
        # a lone wild card finds those without a value, too (K.2.2.1.1.1, note 1)
        return True
    if key.VR == "SQ":
        return _matches_sequence(has, key)
    wanted = _texts(key)
    values = _texts(has) if has is not None else []
    return any(_single(value, want, key.VR) for value in values for want in wanted)


def _matches_sequence(has: DataElement | None, key: DataElement) -> bool:
    items = has.value if has is not None and has.VR == "SQ" else []
    if not items:
        return matches(Dataset(), key.value[0])
    return any(matches(item, key.value[0]) for item in items)


def _single(value: str, want: str, vr: str) -> bool:
    if vr in _RANGE:
        return _in_range(value, want)
    if vr in _WILD:
        return bool(_pattern(want, vr == "PN").fullmatch(_comparable(value, vr)))
    return value == want


def _comparable(value: str, vr: str) -> str:
    return value.split("=", maxsplit=1)[0].rstrip("^ ") if vr == "PN" else value


@lru_cache(maxsize=512)
def _pattern(want: str, is_name: bool) -> re.Pattern[str]:  # noqa: FBT001 - a cache key
    want = want.split("=", maxsplit=1)[0].rstrip("^ ") if is_name else want
    runs = re.sub(r"\*+", "*", want)
    parts = {"*": ".*", "?": "."}
    expression = "".join(parts.get(c) or re.escape(c) for c in runs)
    return re.compile(expression, re.IGNORECASE | re.DOTALL if is_name else re.DOTALL)


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
