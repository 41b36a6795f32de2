"""The blocking way out honours proxy and authorities, as all that goes out does."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme
from fake_archive import Canned, FakeArchive, fake_archive

from perenne.archive.pace import Pace
from perenne.archive.cdx import Index, LookUpFailed, NoneFound
from perenne.archive.anonymous import AnonymousSave
from perenne.archive.answers import Unavailable
from perenne.archive.session import Way
from perenne.archive.threads import within
from perenne.clock import SetClock
from perenne.net.environment import Environment
from perenne.settings import Network
