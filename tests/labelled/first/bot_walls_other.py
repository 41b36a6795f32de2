"""Walls of the smaller vendors, and words and scripts that only look like them."""

from __future__ import annotations

from tests.labelled.first.bot_walls import CLOUDFRONT, PX, TITLE, blocked, living
from tests.labelled.pages import PRESS, STATE, article, bare

CASES = (
    blocked("a PerimeterX press-and-hold page", "px-captcha, _pxAppId", PX, 403),
    living(
        "a good article with PerimeterX cookies",
        "_px3 and _pxhd are weak",
        article(TITLE),
        {"set-cookie": "_pxhd=1f; _px3=2e"},
    ),
    blocked(
        "an AWS WAF challenge with status 202",
        "x-amzn-waf-action",
        b"<html><script src='https://a1.token.awswaf.com/c.js'></script></html>",
        202,
        {"x-amzn-waf-action": "challenge"},
    ),
    blocked(
        "a CloudFront refusal",
        "request could not be satisfied, 403",
        CLOUDFRONT,
        403,
        {"x-cache": "Error from cloudfront"},
    ),
    living(
        "a good article out of CloudFront's cache",
        "x-amzn-requestid is weak",
        article(TITLE),
        {"x-cache": "Hit from cloudfront", "x-amzn-requestid": "4f"},
    ),
    blocked(
        "a Vercel challenge",
        "x-vercel-mitigated",
        bare("Vercel Security Checkpoint", "We're verifying your browser"),
        429,
        {"x-vercel-mitigated": "challenge"},
    ),
    blocked(
        "an Anubis proof of work served as 200",
        "anubis_challenge (200)",
        bare(
            "Making sure you're not a bot!",
            (
                '<script id="anubis_challenge" '
                'type="application/json">{"rules":{"difficulty":4}}</script>'
                '<script type="module" '
                'src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>'
            ),
        ),
        200,
    ),
    blocked(
        "a Sucuri firewall page",
        "Sucuri Website Firewall",
        bare(
            "Sucuri WebSite Firewall - Access Denied",
            "<h1>Access Denied - Sucuri Website Firewall</h1>",
        ),
        403,
        {"server": "Sucuri/Cloudproxy"},
    ),
    living(
        "a good article behind Sucuri",
        "a header of a vendor is no wall",
        article(TITLE),
        {"server": "Sucuri/Cloudproxy", "x-sucuri-id": "16014"},
    ),
    blocked(
        "a Reblaze page",
        "Protected by Reblaze",
        bare("Access denied", "<p>Protected by Reblaze</p>"),
        403,
    ),
    blocked(
        "an F5 rejection served as 200",
        "checkers 460: Request Rejected, 247 bytes, 200",
        bare(
            "Request Rejected",
            (
                "The requested URL was rejected. Please consult with your "
                "administrator.<br><br>Your support ID is: 1537284925<br><br><a "
                "href='javascript:history.back();'>[Go Back]</a>"
            ),
        ),
        200,
    ),
    living(
        "an article that quotes the words of walls",
        "challenge pages are 2–30 kB; strong signs only",
        article(
            TITLE,
            (
                (
                    "Le premier jour, les votants ont lu « Request Rejected », puis « Access "
                    "Denied », et pour finir « Just a moment... » sur l'écran de la borne."
                ),
            ),
            dress=STATE,
            kb=12,
        ),
    ),
    living(
        "a page of more than 100 kB that loads a captcha's script",
        "a 200 above ~100 kB is a real page whatever it embeds",
        article(
            TITLE,
            dress=PRESS,
            kb=130,
            end="<script src='https://ct.captcha-delivery.com/c.js' async></script>",
        ),
        {"x-datadome": "protected"},
    ),
    living(
        "a good article delivered by Akamai",
        "_abck and AkamaiGHost are weak",
        article(TITLE, end="<script>var bmak=bmak||{};</script>"),
        {
            "server": "AkamaiGHost",
            "set-cookie": "_abck=7A3F~-1~; Domain=.carnet-des-territoires.fr",
        },
    ),
)
