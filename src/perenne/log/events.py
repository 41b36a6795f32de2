"""What the code tells the log: a message and its facts, as keywords."""

from __future__ import annotations

import structlog


def event_log(name: str) -> structlog.stdlib.BoundLogger:
    """Return what takes events under ``perenne.<name>``, and hands them to the handlers."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    log: structlog.stdlib.BoundLogger = structlog.get_logger(f"perenne.{name}")
    return log
