"""Build hook: compiles the message catalogues, which are kept as text in the repository."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> None:
    """Write a ``.mo`` beside every ``.po`` under ``src/perenne/texts``."""
    for source in (root / "src/perenne/texts").rglob("*.po"):
        with source.open("rb") as po:
            catalogue = read_po(po, locale=source.parent.parent.name)
        with source.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, catalogue)


class CatalogueHook(BuildHookInterface[Any]):
    """Compiles before a wheel, an editable install or an sdist is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Run by hatchling."""
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
