"""The mail as it arrives: parsed from its bytes."""

import csv
import io
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest
from tests.report.samples import BAD_TITLE, NOW, broke, cited, link, report

from perenne import texts
from perenne.report.contents import Contents
from perenne.report.mail import HTML_LIMIT, compose
from perenne.settings import Settings, Smtp

SETTINGS = Settings(
    smtp=Smtp(sender="Pérenne <perenne@centre.example>", reply_to="Zoé <zoe@centre.example>")
)


def _mail(contents: Contents, *, key: str = "k", to: str = "marie@centre.example") -> EmailMessage:
    sent = compose(contents, key=key, recipient=to, at=NOW, settings=SETTINGS).as_bytes()
    return message_from_bytes(sent, policy=policy.default)


def _part(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    assert part is not None
    return part.get_content()


def _rows(message: EmailMessage) -> list[list[str]]:
    (table,) = (
        part for part in message.iter_attachments() if part.get_content_type() == "text/csv"
    )
    content = table.get_content()
    return list(csv.reader(io.StringIO(content.lstrip("\ufeff")), delimiter=";"))


def test_a_mail_has_text_html_and_the_sheet() -> None:
    """Text first, for who reads text; the sheet beside both, for any spreadsheet program."""
    message = _mail(report(broke(link("https://a.fr/é"))))
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
    ]
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["links-2026-11-22.xlsx", "links-2026-11-22.csv"]
    assert "https://a.fr/é" in _part(message, "plain")
    assert "https://a.fr/é" in _part(message, "html")
    assert "https://a.fr/é" in _rows(message)[1]


def test_its_headers_say_who_writes_to_whom_and_that_a_machine_does() -> None:
    """Out-of-office robots stay silent; a reply reaches a person."""
    message = _mail(report(broke(link())), to="Hélène Ô <h@centre.example>")
    assert message["Subject"] == "1 broken link – Innovation"
    assert message["From"].addresses[0].display_name == "Pérenne"
    assert message["To"].addresses[0].addr_spec == "h@centre.example"
    assert message["Reply-To"].addresses[0].addr_spec == "zoe@centre.example"
    assert parsedate_to_datetime(message["Date"]) == NOW
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"].strip().startswith("<mailto:zoe@centre.example?subject=")


def test_without_a_reply_address_replies_reach_the_sender() -> None:
    """Some mail server will at least say so."""
    message = compose(
        report(broke(link())), key="k", recipient="m@a.fr", at=NOW, settings=Settings()
    )
    assert message["Reply-To"].addresses[0].addr_spec == "perenne@localhost"


def test_the_same_key_gives_the_same_message_id() -> None:
    """If the one window of doubt repeats a mail, mail programs see one."""
    contents = report(broke(link()))
    ids = [_mail(contents, key=key)["Message-ID"] for key in ("a", "a", "b")]
    assert ids[0] == ids[1] != ids[2]
    assert ids[0].endswith("@centre.example>")


def test_reports_of_one_dossier_make_one_thread_for_each_reader() -> None:
    """Whatever else is in the mail."""
    one, other = link("https://a.fr/1"), link("https://a.fr/2", citations=(cited(slug="d2"),))
    first = _mail(report(broke(one)))["References"].split()
    both = _mail(report(broke(one), broke(other)), key="next")["References"].split()
    elsewhere = _mail(report(broke(one)), to="paul@centre.example")["References"].split()
    assert len(first) == 1
    assert len(both) == 2
    assert first[0] in both
    assert elsewhere != first


def test_hostile_titles_add_no_header() -> None:
    """A line break in a dossier's title is a space in the subject."""
    message = _mail(report(broke(link(citations=(cited(BAD_TITLE, dossier=BAD_TITLE),)))))
    assert message["Bcc"] is None
    assert "<script>" in message["Subject"]
    assert "\u202e" not in message["Subject"]
    assert not any(row.startswith(("=", "+", "-", "@")) for row in _rows(message)[1])


@pytest.mark.parametrize("bad", ["", "nobody", "a@b@c", "a b@c.fr", "é@c.fr", "a@b\r\nBcc: c@d"])
def test_what_is_no_address_is_refused(bad: str) -> None:
    """Before anything is put in the outbox; a line break never reaches a header."""
    with pytest.raises(ValueError, match="not a mail address"):
        compose(report(broke(link())), key="k", recipient=bad, at=NOW, settings=SETTINGS)


def test_a_long_domain_does_not_spoil_the_headers_of_threads() -> None:
    """Encoded words inside an ID would thread nothing, and unsubscribe nobody."""
    host = "centre-de-documentation.collectivites-territoriales.departement.example"
    settings = Settings(smtp=Smtp(sender=f"perenne@{host}"))
    dead = (link(f"https://a.fr/{i}", citations=(cited(slug=f"d{i}"),)) for i in range(40))
    contents = report(*(broke(each) for each in dead))
    sent = compose(contents, key="k", recipient="m@a.fr", at=NOW, settings=settings).as_bytes()
    head = sent.partition(b"\r\n\r\n")[0]
    assert b"=?utf-8?q?=3C" not in head
    assert max(len(line) for line in head.split(b"\r\n")) < 200
    message = message_from_bytes(sent, policy=policy.default)
    threads = message["References"].split()
    assert len(threads) == 40
    assert message["In-Reply-To"].strip() == threads[0]
    assert message["List-Unsubscribe"].strip().startswith(f"<mailto:perenne@{host}?subject=")


def test_an_accented_domain_is_written_in_ascii() -> None:
    """Every mail server understands it."""
    assert _mail(report(broke(link())), to="marie@bibliothèque.fr")["To"] == (
        "marie@xn--bibliothque-59a.fr"
    )


def test_too_much_news_is_told_by_counts_and_the_table() -> None:
    """Gmail would cut the mail, and nobody reads 500 lines."""
    contents = report(*(broke(link(f"https://a.fr/{'x' * 80}/{i}")) for i in range(500)))
    message = _mail(contents)
    assert len(_part(message, "html").encode()) < HTML_LIMIT
    for body in (_part(message, "plain"), _part(message, "html")):
        assert "500 newly broken links" in body
        assert "attached table" in body
        assert "https://a.fr/" not in body
    assert len(_rows(message)) == 501


def test_three_hundred_dossiers_stay_within_the_limit() -> None:
    """A coordinator's worst night."""
    contents = report(
        *(
            broke(link(f"https://a.fr/{i}", citations=(cited(dossier="D" * 90, slug=f"d{i}"),)))
            for i in range(300)
        )
    )
    message = _mail(contents)
    assert len(_part(message, "html").encode()) < HTML_LIMIT
    assert "200 more dossiers have news." in _part(message, "plain")


def test_the_mail_speaks_french_by_default() -> None:
    """The language in use is that of the words and of the page."""
    texts.use("fr")
    page = _part(_mail(report(broke(link()))), "html")
    assert '<html lang="fr">' in page
    assert "22\u00a0novembre\u00a02026" in page.replace("&nbsp;", "\u00a0")


def test_no_line_of_the_message_is_longer_than_mail_allows() -> None:
    """RFC 5322: 998 characters; some servers cut or refuse the rest."""
    url = "https://a.fr/" + "x" * 3000
    sent = compose(
        report(broke(link(url))), key="k", recipient="m@a.fr", at=NOW, settings=SETTINGS
    ).as_bytes()
    assert max(len(line) for line in sent.split(b"\r\n")) <= 998
    assert b"\n" not in sent.replace(b"\r\n", b"")
    sent.decode("ascii")
