"""Dailymotion: one empty player for all videos; its interface knows which still exist."""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, data, html

_PLAYER = b"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Dailymotion</title>
<link rel="stylesheet" href="https://static1.dmcdn.net/neon/prod/main.css"></head><body>
<div id="root"></div><noscript>Activez JavaScript pour lire cette page.</noscript>
<script>window.__PLAYER_CONFIG__={"context":{"access_token_required":true}}</script>
<script src="https://static1.dmcdn.net/neon/prod/vendor.js" defer></script></body></html>"""
_OBJECT_NOT_FOUND = {
    "error": {
        "code": 404,
        "message": "This video does not exist or has been deleted.",
        "type": "not_found",
        "error_data": {"reason": "object_not_found"},
    }
}
LIVING_VIDEO = "x6q2c9v"
"""A video that is still there, invented, beside that of the dossier."""


def _dailymotion(visit: Visit) -> Answer:
    if visit.route.startswith("/services/oembed"):
        return _about_video(LIVING_VIDEO if LIVING_VIDEO in visit.path else "")
    return html(_PLAYER)  # the same empty player for every video, living or removed


def _dailymotion_api(visit: Visit) -> Answer:
    return _about_video(visit.route.removeprefix("/video/"))


def _about_video(name: str) -> Answer:
    if name != LIVING_VIDEO:
        return data(_OBJECT_NOT_FOUND, 404)
    return data({"id": name, "title": "Visite d’un laboratoire", "owner": "x1abcd"})


VIDEO = (
    Site("www.dailymotion.com", _dailymotion),
    Site("api.dailymotion.com", _dailymotion_api),
)
