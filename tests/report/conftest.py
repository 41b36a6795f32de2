"""Reports in English, so that tests do not depend on the wording of the catalogue."""

from collections.abc import Iterator

import pytest

from perenne import texts


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    texts.use("en")
    yield
    texts.use("fr")
