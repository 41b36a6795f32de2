"""What is known of sites beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Login:
    """A subscriber's login: headers (cookie or other) that go to `host` alone, over https."""

    host: str = ""
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Secrets: never shown, never logged."""


@dataclass(frozen=True, slots=True)
class Site:
    """What `config/sites.toml` knows of a host; "" and () where it knows nothing."""

    host: str = ""
    fact: str = ""
    blocks_robots: bool = False
    restricted: bool = False
    browser_like: bool = False
    """It refuses plain requests, and answers those with a browser's headers."""
    paywall_classes: tuple[str, ...] = ()
    paywall_near_title: tuple[str, ...] = ()
    """Class names that mean a paywall only beside the page's h1 (elsewhere: other articles)."""
    renamed_to: str = ""
    home_paths: tuple[str, ...] = ()
    list_paths: tuple[str, ...] = ()
    media_probe: str = ""
    media_item: str = ""
    """A pattern whose first group is the identifier, in the path and query of an item's address."""
    media_removed: tuple[int, ...] = (404,)
    media_private: tuple[int, ...] = ()
    media_private_prefix: str = ""
    """How an identifier must begin for `media_private` to say something."""
    body_kb: int = 0
    login: Login = Login()
