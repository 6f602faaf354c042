"""One blueprint a module, all of them under ``/staff``."""

from __future__ import annotations

from search_app.staff.pages import (
    accounts,
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
    accounts.blueprint,
    log.blueprint,
    me.blueprint,
    second.blueprint,
    link.blueprint,
    provider.blueprint,
    signing.blueprint,
)
