"""What the program logs: to standard error, so that standard output is the command's answer."""

import logging
import sys

import structlog


def log_to_stderr(level: int = logging.WARNING) -> None:
    """Send everything of at least `level` to standard error, one line each, no values of locals.

    A traceback with locals would put patients' data and keys into the log.
    """
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(
                colors=False, exception_formatter=structlog.dev.plain_traceback
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
