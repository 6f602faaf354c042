"""One blueprint a module, all of them under ``/staff``."""

from __future__ import annotations

from search_app.staff.pages import home, signing

BLUEPRINTS = (
    home.blueprint,
    signing.blueprint,
)
