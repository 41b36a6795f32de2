"""`perenne explain`: one verdict, step by step."""

from tests.acceptance.conftest import Shell

from perenne.demo.world import World

MOVED = (
    "https://www.strategie.gouv.fr/actualites/innovation-publique-france-strategie-lance-projet-lab"
)
LOST_NAME = "http://www.lelab.pole-emploi.fr/"


def test_every_step_is_told(perenne: Shell) -> None:
    """Hops with their status, page facts, each rule's answer, the verdict in words and in code."""
    said = perenne("explain", MOVED, "--title", "France Stratégie")
    assert said.code == 0
    assert f"301  {MOVED}" in said.out
    assert "200  https://www.strategie-plan.gouv.fr/" in said.out
    assert "title:" in said.out
    assert "moved: moved (redirect_permanent" in said.out
    assert "Verdict : déplacé (moved)" in said.out


def test_a_failure_is_told_with_its_cause_and_its_second_opinion(perenne: Shell) -> None:
    """Both looks are there."""
    said = perenne("explain", LOST_NAME)
    assert "Visite : plain" in said.out
    assert "Visite : second" in said.out
    assert "dns_nxdomain" in said.out
    assert "Verdict : site introuvable (dns)" in said.out


def test_what_is_not_judged_is_told_too(perenne: Shell, world: World) -> None:
    """A badly written address, and an excluded one; nothing is requested."""
    assert "malformed" in perenne("explain", "http://a..b/").out
    perenne.env["PERENNE_NETWORK__EXCLUDE"] = '["*"]'
    assert "(unchecked)" in perenne("explain", MOVED).out
    assert not world.web.log
