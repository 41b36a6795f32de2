"""How a dossier, a mail, an archive request and a search in an archive stand."""

from __future__ import annotations

from enum import StrEnum, unique


@unique
class DossierStatus(StrEnum):
    """Whether the links of a dossier are checked."""

    ACTIVE = "active"
    PAUSED = "paused"
    RETIRED = "retired"


@unique
class MailStatus(StrEnum):
    """How a message of the outbox stands."""

    PENDING = "pending"
    SENT = "sent"
    PARKED = "parked"
    """The mail server refused it for good: a human must look."""


@unique
class RequestStatus(StrEnum):
    """How a request to a web archive stands."""

    QUEUED = "queued"
    SUBMITTED = "submitted"
    CAPTURED = "captured"
    FAILED = "failed"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """Submitted, but its outcome was never learnt."""


@unique
class LookUpStatus(StrEnum):
    """How a search for captures ended."""

    FOUND = "found"
    NONE = "none"
    """The archive has none, or none that shows the page."""
    EXCLUDED = "excluded"
    """The site's owner had it taken out of the archive."""
    FAILED = "failed"
    """Nothing was learnt."""
