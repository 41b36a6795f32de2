"""config/sites.toml and the user's own file."""

from dataclasses import fields
from pathlib import Path

import pytest

from perenne.domain.sites import Site
from perenne.resources import shipped
from perenne.sites import SitesError, load_sites
from perenne.sites.entries import Entry

SEED_HOSTS = [
    "www.lagazettedescommunes.com",
    "archives.lagazettedescommunes.com",
    "www.acteurspublics.com",
    "www.lettreducadre.fr",
    "www.horizonspublics.fr",
    "www.urbanisme.fr",
    "theconversation.com",
    "www.frenchweb.fr",
    "www.modernisation.gouv.fr",
    "solidarites-sante.gouv.fr",
    "www.strategie.gouv.fr",
    "labo.societenumerique.gouv.fr",
    "www.prefectures-regions.gouv.fr",
    "www.lelab.pole-emploi.fr",
    "e-communaut.es.cnfpt.fr",
    "www.performance-en-sante.fr",
    "www.la27eregion.fr",
    "www.club-innovation-culture.fr",
    "www.fun-mooc.fr",
    "www.dailymotion.com",
]


@pytest.mark.parametrize("host", SEED_HOSTS)
def test_every_host_of_the_sample_dossier_is_known_by_a_fact(host: str) -> None:
    """What is said of a site rests on something."""
    assert load_sites().site_of(host).fact


def test_a_table_speaks_for_the_hosts_below_it_and_the_nearest_wins() -> None:
    """By labels, never by letters."""
    sites = load_sites()
    assert not sites.site_of("www.lagazettedescommunes.com").restricted
    assert sites.site_of("ARCHIVES.lagazettedescommunes.com.").restricted
    assert sites.site_of("notlagazettedescommunes.com") == Site()
    assert sites.site_of("") == Site()


def test_an_entry_can_say_all_that_a_site_holds() -> None:
    """The file and the rules know the same keys."""
    assert {"host", *Entry.model_fields} == {field.name for field in fields(Site)}


def test_the_users_keys_replace_ours_one_by_one(tmp_path: Path) -> None:
    """A login of theirs does not make us forget what is known of the site."""
    secret = tmp_path / "cookie"
    secret.write_text("abo=secret\n", encoding="utf-8")
    own = tmp_path / "sites.toml"
    own.write_text(
        '["archives.lagazettedescommunes.com"]\nfact = "our subscription"\n'
        f'login = {{ cookie_file = "{secret}", header = "X-Badge: jeton" }}\n',
        encoding="utf-8",
    )
    site = load_sites(own).site_of("archives.lagazettedescommunes.com")
    assert (site.restricted, site.fact) == (True, "our subscription")
    assert site.login.headers == (("Cookie", "abo=secret"), ("X-Badge", "jeton"))
    assert site.login.host == "archives.lagazettedescommunes.com"


def test_the_user_adds_sites_and_replaces_ours(tmp_path: Path) -> None:
    """In the same form, in a file of their own."""
    own = tmp_path / "sites.toml"
    own.write_text(
        '["frenchweb.fr"]\nfact = "seen"\nblocks_robots = true\n'
        '["mediatheque.exemple.fr"]\nfact = "ours"\nrestricted = true\npaywall_classes = ["Abo"]\n',
        encoding="utf-8",
    )
    sites = load_sites(own)
    assert sites.site_of("www.frenchweb.fr").blocks_robots
    assert sites.site_of("mediatheque.exemple.fr").paywall_classes == ("abo",)
    assert "/fr/cours/" in sites.site_of("www.fun-mooc.fr").list_paths


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('["a.fr"]\nblocks_robots = true\n', "a.fr.fact"),
        ('["a.fr"]\nfact = "x"\nblock_robots = true\n', "a.fr.block_robots"),
        ('["a.fr"]\nfact = "x"\nbody_kb = "beaucoup"\n', "a.fr.body_kb"),
        ('["a.fr"]\nfact = "x"\nlist_paths = ["actualites"]\n', "a.fr.list_paths.0"),
        ('["a.fr"]\nfact = "x"\nmedia_probe = "https://api.a.fr/"\n', "a.fr.media_probe"),
        ('["a.fr"]\nfact = "x"\nlogin = { cookie_file = "/nowhere" }\n', "a.fr.login"),
        ('["a.fr"]\nfact = "x"\nlogin = { header = "no colon" }\n', "a.fr.login"),
        ('["a.fr"]\nfact = "x"\nlogin = { header = "Host: b.fr" }\n', "a.fr.login"),
        ('["a.fr"]\nfact = "x"\nlogin = { cookie = "a=1\\r\\nHost: b" }\n', "a.fr.login"),
        ('["https://a.fr/"]\nfact = "x"\n', "https://a.fr/.[key]"),
        ("fact = 3\n", ""),
        ("[a.fr\n", ""),
    ],
)
def test_a_wrong_file_is_told_with_its_name_and_key(tmp_path: Path, text: str, key: str) -> None:
    """Checked before any link is."""
    own = tmp_path / "sites.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SitesError) as caught:
        load_sites(own)
    assert caught.value.file == str(own)
    assert any(name.startswith(key) and expected for name, expected in caught.value.faults)
    assert str(own) in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """Named in the configuration, and not there."""
    with pytest.raises(SitesError, match="absent"):
        load_sites(tmp_path / "absent.toml")


def test_the_shipped_file_explains_every_key() -> None:
    """Its head lists what an entry can say."""
    head = shipped("config/sites.toml").read_text(encoding="utf-8").partition("\n[")[0]
    assert all(f"#   {key} " in head for key in Entry.model_fields if key != "fact")
