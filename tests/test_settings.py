"""The configuration: its file, its environment, and what is said when it is wrong."""

import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from perenne import settings
from perenne.resources import shipped


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start from an empty directory and no file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))


def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> settings.Settings:
    """Load `text` as the configuration file."""
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("PERENNE_CONFIG", str(file))
    return settings.load()


def test_the_shipped_file_holds_every_key_with_its_default() -> None:
    """Commented keys count: they are there to be read."""
    text = shipped("config/perenne.toml").read_text(encoding="utf-8")
    uncommented = "\n".join(
        line.removeprefix("# ") if line.startswith("# ") and " = " in line else line
        for line in text.splitlines()
    )
    assert _keys(tomllib.loads(uncommented)) == _expected_keys()


def test_the_shipped_file_says_what_the_code_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The defaults of the file are those of the code."""
    plain = settings.load()
    monkeypatch.setenv("PERENNE_CONFIG", str(shipped("config/perenne.toml")))
    assert settings.load() == plain


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As containers expect."""
    monkeypatch.setenv("PERENNE_POLITENESS__INTERVAL", "2")
    loaded = configured(tmp_path, monkeypatch, "[politeness]\ninterval = 1\nlanes = 7\n")
    assert loaded.politeness.interval == 2
    assert loaded.politeness.lanes == 7


def test_a_secret_can_be_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Docker and systemd hand them over; it never shows in a text."""
    (tmp_path / "password").write_text("s3same\n", encoding="utf-8")
    monkeypatch.setenv("PERENNE_SMTP__PASSWORD_FILE", str(tmp_path / "password"))
    loaded = settings.load()
    assert loaded.smtp.password.get_secret_value() == "s3same"
    assert "s3same" not in repr(loaded)


def test_wayback_keys_come_in_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """One key alone opens nothing."""
    monkeypatch.setenv("PERENNE_WAYBACK__ACCESS_KEY", "a")
    assert settings.load().wayback.keys is None
    monkeypatch.setenv("PERENNE_WAYBACK__SECRET_KEY", "b")
    loaded = settings.load()
    assert loaded.wayback.keys == ("a", "b")
    assert loaded.wayback.enabled


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[politeness]\nintervall = 1\n", "politeness.intervall"),
        ("[politeness]\ninterval = -1\n", "politeness.interval"),
        ("[limits]\nhops = 'many'\n", "limits.hops"),
        ("[schedule]\nnight = '25:00'\n", "schedule.night"),
        ("[schedule]\ntimezone = 'Europe/Lutece'\n", "schedule.timezone"),
        ("[smtp]\nsender = 'moi'\n", "smtp.sender"),
        ("[report]\nrecipients = ['moi@', 'toi@a.fr']\n", "report.recipients.0"),
        ("[report]\nedit_link = 'https://pmb.example/?id={id}'\n", "report.edit_link"),
        ("[report]\nedit_link = 'https://pmb.example/{title'\n", "report.edit_link"),
        ("[report]\nedit_link = 'https://pmb.example/{title.__class__}'\n", "report.edit_link"),
        ("[report]\nedit_link = 'https://pmb.example/{title!r}'\n", "report.edit_link"),
        ("[report]\nedit_link = 'https://pmb.example/{url:>9999999}'\n", "report.edit_link"),
        ("[report]\nedit_link = 'https://{url}/'\n", "report.edit_link"),
        ("[report]\nedit_link = 'javascript:alert({title})'\n", "report.edit_link"),
        ("[report]\nedit_link = 'https://pmb.example/ {title}'\n", "report.edit_link"),
        ("databse_url = 'x'\n", "databse_url"),
        ("[smtp]\npassword_file = '/nowhere/at/all'\n", "smtp"),
        ("[network\n", ""),
    ],
)
def test_a_wrong_key_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, key: str
) -> None:
    """The file, the key and what was expected."""
    with pytest.raises(settings.SettingsError) as caught:
        configured(tmp_path, monkeypatch, text)
    assert caught.value.file.endswith("mine.toml")
    assert [fault[0] for fault in caught.value.faults] == [key]


def test_a_template_says_what_it_can_be_filled_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistyped fact is told with those there are; a sound template is kept as it is."""
    sound = "https://pmb.example/catalog.php?q={title}&u={url}&d={dossier}&l={place}&x={{}}"
    loaded = configured(tmp_path, monkeypatch, f'[report]\nedit_link = "{sound}"\n')
    assert loaded.report.edit_link == sound
    with pytest.raises(settings.SettingsError) as caught:
        configured(tmp_path, monkeypatch, '[report]\nedit_link = "https://a.example/{titre}"\n')
    assert "{dossier}, {title}, {url}, {place}" in caught.value.faults[0][1]


def test_a_missing_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typo in PERENNE_CONFIG must not mean the defaults."""
    monkeypatch.setenv("PERENNE_CONFIG", "/nowhere/perenne.toml")
    with pytest.raises(settings.SettingsError, match="PERENNE_CONFIG: un fichier"):
        settings.load()


def test_a_mistyped_variable_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would otherwise be passed over in silence."""
    monkeypatch.setenv("PERENNE_DATABSE_URL", "sqlite://")
    with pytest.raises(settings.SettingsError, match="PERENNE_DATABSE_URL"):
        settings.load()


def _keys(table: dict[str, object], prefix: str = "") -> set[str]:
    return {
        name
        for key, value in table.items()
        for name in (_keys(value, f"{key}.") if isinstance(value, dict) else {prefix + key})
    }


def _expected_keys() -> set[str]:
    return {
        name
        for key, field in settings.Settings.model_fields.items()
        for name in (
            {f"{key}.{inner}" for inner in field.annotation.model_fields}
            if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
            else {key}
        )
    }
