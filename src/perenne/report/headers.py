"""Headers that the standard library would spoil: it encodes any word too long for a line.

A Message-ID at a long domain, put into ``=?utf-8?q?…?=``, threads nothing.
"""

from __future__ import annotations

from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.policy import SMTP
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message
    from email.policy import Policy


class _Words(UnstructuredHeader, BaseHeader):
    """A header of ASCII words, each whole on a line of its own (RFC 5322, 2.2.3)."""

    def fold(self, *, policy: Policy[Message]) -> str:
        return f"{self.name}: " + f"{policy.linesep} ".join(self.split()) + policy.linesep


def _registry() -> HeaderRegistry:
    registry = HeaderRegistry()
    for name in ("In-Reply-To", "References", "List-Unsubscribe"):
        registry.map_to_type(name, _Words)
    return registry


MAIL = SMTP.clone(header_factory=_registry())
"""The policy of our mails: as for SMTP, and those headers as they are."""
