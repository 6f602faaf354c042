"""One blueprint a module, all of them under ``/staff``."""

from __future__ import annotations

from search_app.staff.pages import (
    accounts,
    alerts,
    bookmark_changes,
    bookmarks,
    feeds,
    home,
    link,
    log,
    me,
    provider,
    second,
    signing,
)

BLUEPRINTS = (
    home.blueprint,
    bookmarks.blueprint,
    bookmark_changes.blueprint,
    alerts.blueprint,
    feeds.blueprint,
    accounts.blueprint,
    log.blueprint,
    me.blueprint,
    second.blueprint,
    link.blueprint,
    provider.blueprint,
    signing.blueprint,
)
