"""What is said of each verdict and of each piece of evidence, before translation.

`{fact}` is the fact that was seen, `{host}` the site of a new address.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.texts import N_

NAMES: Final = MappingProxyType(
    {
        Kind.OK: N_("online"),
        Kind.MOVED: N_("moved"),
        Kind.RESTRICTED: N_("for subscribers"),
        Kind.COURSE_CLOSED: N_("course over"),
        Kind.BLOCKED: N_("access refused to our robot"),
        Kind.DOUBTFUL: N_("doubtful"),
        Kind.UNCHECKED: N_("not checked"),
        Kind.NOT_FOUND: N_("not found (404)"),
        Kind.GONE: N_("removed (410)"),
        Kind.SOFT_404: N_("page disappeared"),
        Kind.MEDIA_REMOVED: N_("video or recording removed"),
        Kind.PARKED: N_("site given up"),
        Kind.DNS: N_("unknown site"),
        Kind.REFUSED: N_("site unreachable"),
        Kind.TLS: N_("unsafe connection"),
        Kind.TIMEOUT: N_("no answer"),
        Kind.SERVER_ERROR: N_("site out of order"),
        Kind.REDIRECT_LOOP: N_("endless detour"),
        Kind.MALFORMED: N_("badly written address"),
    }
)

STATES: Final = MappingProxyType(
    {
        State.NEW: N_("not yet known"),
        State.ALIVE: N_("online"),
        State.UNDECIDED: N_("to check by hand"),
        State.SUSPECT: N_("being watched"),
        State.BROKEN: N_("broken"),
    }
)

KINDS: Final = MappingProxyType(
    {
        Kind.OK: N_("The page answers and looks like itself."),
        Kind.MOVED: N_("The page has moved to a new address."),
        Kind.RESTRICTED: N_("The page exists, but only subscribers or members can read it."),
        Kind.COURSE_CLOSED: N_("The course page is there, but the session is over."),
        Kind.BLOCKED: N_(
            "The site refuses our automatic check; open the page to see for yourself."
        ),
        Kind.DOUBTFUL: N_("The site answers, but perhaps not with the page that was cited."),
        Kind.UNCHECKED: N_("The link could not be checked this time."),
        Kind.NOT_FOUND: N_("The site answers that this page does not exist (404)."),
        Kind.GONE: N_("The site answers that this page was removed for good (410)."),
        Kind.SOFT_404: N_("The page has disappeared, although the site still answers."),
        Kind.MEDIA_REMOVED: N_("The page is there, but the video or recording was removed."),
        Kind.PARKED: N_(
            "The site’s name was given up or sold: this is no longer the original site."
        ),
        Kind.DNS: N_("The site’s name leads nowhere."),
        Kind.REFUSED: N_("The site accepts no connection."),
        Kind.TLS: N_("A secure connection to the site cannot be made."),
        Kind.TIMEOUT: N_("The site does not answer within a reasonable time."),
        Kind.SERVER_ERROR: N_("The site is out of order and shows an error instead of the page."),
        Kind.REDIRECT_LOOP: N_("The site sends visitors from one address to another without end."),
        Kind.MALFORMED: N_("This address is badly written: no page can be asked for."),
    }
)

ALIVE: Final = MappingProxyType(
    {
        "http_ok": N_("The page answers normally."),
        "course_open": N_("The course is open."),
        "redirect_permanent": N_("The page has moved for good; its new address is on {host}."),
        "redirect_login": N_("The site leads to its login page."),
        "http_401": N_("The site asks for a login to read this page (401)."),
        "http_402": N_("This page has to be paid for (402)."),
        "paywall_declared": N_("The site says that this article is for subscribers."),
        "paywall_sign": N_("The page is marked as being for subscribers."),
        "paywall_phrase": N_("The page says: “{fact}”."),
        "subscriber_login": N_("The page is for subscribers: we saw it with your subscription."),
        "login_form": N_("The page asks for a login before it shows its content."),
        "course_closed": KINDS[Kind.COURSE_CLOSED],
        "media_private": N_("The video or recording has become private."),
    }
)

UNDECIDED: Final = MappingProxyType(
    {
        "bot_wall": N_("A protection against robots ({fact}) keeps us from seeing the page."),
        "unsigned_refusal": N_("The site refuses our check without saying why."),
        "http_status": N_("The site gives an unexpected answer ({fact})."),
        "http_403": N_("The site refuses us access (403), but may well let you in."),
        "http_429": N_("The site found that we asked too often (429); we shall try again."),
        "http_451": N_("The page is withheld for legal reasons (451)."),
        "http_999": N_("The site refuses automatic visits (999)."),
        "title_missing": N_("The title of the reference is not found on the page."),
        "empty_answer": N_("The site answers with an empty page."),
        "redirect_parent": N_("Instead of the page, the site shows the section above it."),
        "redirect_elsewhere": N_("The site leads to another page: is it the same document?"),
        "consent_wall": N_("The site asks for a consent (cookies) before it shows the page."),
        "page_for_file": N_("A file was cited, and the site shows a web page instead."),
        "placeholder": N_("The page looks like that of a site closed or under construction."),
        "media_unknown": N_("We could not find out whether the video or recording is still there."),
    }
)

DOUBTFUL: Final = MappingProxyType(
    {
        "http_404": N_("The site says that the page is missing (404), and yet shows an article."),
        "http_410": N_("The site says that the page is removed (410), and yet shows an article."),
        "ends_together": N_("The site leads several of your links to one and the same page."),
        "course_fallback": N_("The site shows a course, but not under the number that was cited."),
    }
)

OUR_SIDE: Final = MappingProxyType(
    {
        "excluded": N_("This site is left out of the checks by the settings of the service."),
        "address_forbidden": N_("The address leads to an internal network, which we do not visit."),
        "port_forbidden": N_("The address uses an unusual entrance (port), which we do not visit."),
        "host_put_off": N_("The site asked us to come back later."),
        "proxy_failed": N_("Our own way to the internet (proxy) failed."),
        "own_network": N_("Our own network was down."),
        "budget_spent": N_("The site was too slow for us to finish the check."),
        "interrupted": N_("The check was interrupted before it came to this link."),
        "http_429": UNDECIDED["http_429"],
    }
)

BROKEN: Final = MappingProxyType(
    {
        "http_404": KINDS[Kind.NOT_FOUND],
        "http_410": KINDS[Kind.GONE],
        "http_5xx": N_("The site is out of order and shows an error ({fact}) instead of the page."),
        "program_error": N_("Instead of the page, the site shows an error of its program."),
        "ends_together": N_("The site leads several of your links to one and the same page."),
        "same_as_sibling": N_("The site shows the same for any address: this page is gone."),
        "redirect_error_page": N_("Instead of the document, the site shows its error page."),
        "redirect_home": N_("Instead of the document, the site shows its home page."),
        "redirect_list": N_("Instead of the document, the site shows a list or a search page."),
        "phrase_not_found": N_("The page says: “{fact}”."),
        "course_fallback": N_("The course was withdrawn: the site shows its catalogue instead."),
        "media_removed": KINDS[Kind.MEDIA_REMOVED],
        "told_to_scripts": N_("The site tells its own scripts that the page does not exist."),
        "squatted": N_("Another trade has taken the site’s name over ({fact})."),
        "parked_host": N_("The site’s name is for sale, or shows nothing but advertising."),
        "parked_phrase": N_("The page announces that the site’s name is for sale."),
        "hosting_default_page": N_("Nothing is left but the waiting page of the web host."),
        "dns_nxdomain": N_("The site’s name does not exist (any more); is it spelled correctly?"),
        "dns_no_address": N_("The site’s name exists, but leads to no server."),
        "dns_failed": N_("The site’s name could not be found in the directory of the internet."),
        "refused": KINDS[Kind.REFUSED],
        "unreachable": N_("The site is out of reach."),
        "reset": N_("The site cuts the connection before it answers."),
        "closed": N_("The site closes the connection without an answer."),
        "not_http": N_("What answers at this address is not a web site."),
        "connect_timeout": N_("The site cannot be reached within a reasonable time."),
        "answer_timeout": N_("The site was reached, but the page never came."),
        "tls_expired": N_("The site’s security certificate has expired: browsers warn visitors."),
        "tls_self_signed": N_("Nobody vouches for the site’s certificate: browsers warn visitors."),
        "tls_unknown_ca": N_("The site’s security certificate comes from an unknown authority."),
        "tls_incomplete_chain": N_("The site’s security certificate is incomplete."),
        "tls_wrong_name": N_("The security certificate belongs to another site."),
        "tls_old_protocol": N_(
            "The site’s secure connection is too old for today’s browsers, which refuse it."
        ),
        "tls_failed": KINDS[Kind.TLS],
        "redirect_loop": KINDS[Kind.REDIRECT_LOOP],
        "redirect_invalid": N_("The site sends visitors to an address that cannot be used."),
        "url_too_long": N_("The address is too long to be a real one."),
        "url_invalid": N_("The address is badly written."),
        "url_scheme": N_("The address does not begin with http:// or https://."),
        "url_host": N_("The name of the site is badly written in the address."),
    }
)

NOTES: Final = MappingProxyType(
    {
        "tls_alive_behind": N_("The page is there, behind the security warning."),
        "truncated_pdf": N_("The PDF document is long: only its beginning was read."),
        "incomplete_body": N_("The page did not arrive whole."),
        "verified_as_subscriber": N_("Verified as a subscriber."),
        "login_expired": N_(
            "The login kept for this site no longer opens the page: it may have to be renewed."
        ),
        "anchor_missing": N_("The passage that the address points at (#{fact}) is not there."),
        "site_slow": N_("The site is very slow."),
        "scripted_page": N_(
            "The page is built in the reader’s browser: we saw little of its text."
        ),
    }
)
