"""What the engine's parts tell structlog goes to Python's own logging.

Apart from `logs`, because the window tells Python's logging directly, and structlog takes a tenth
of a second to import.
"""

from collections.abc import MutableMapping
from typing import Any

import structlog


def structured(level: int) -> None:
    """Have structlog hand on what is of this level of `logging`, or worse."""
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, _as_record],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _as_record(
    logger: object, method: str, event: MutableMapping[str, Any]
) -> tuple[tuple[str], dict[str, Any]]:
    """What structlog was told, for Python's own logging: one line, and the exception."""
    del logger, method
    error = event.pop("exc_info", None)
    words = [str(event.pop("event", ""))]
    words += [f"{name}={_value(value)}" for name, value in event.items()]
    return (" ".join(words),), {"exc_info": error} if error else {}


def _value(value: object) -> str:
    text = str(value)
    return text if text.isprintable() and " " not in text else repr(text)
