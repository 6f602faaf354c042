"""One blueprint a module, all of them under ``/staff``."""

from __future__ import annotations

from search_app.staff.pages import (
    accounts,
    alerts,
    bookmark_changes,
    bookmarks,
    documents,
    drafts,
    feeds,
    home,
    imports,
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
    documents.blueprint,
    drafts.blueprint,
    imports.blueprint,
    feeds.blueprint,
    accounts.blueprint,
    log.blueprint,
    me.blueprint,
    second.blueprint,
    link.blueprint,
    provider.blueprint,
    signing.blueprint,
)
