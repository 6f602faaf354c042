"""One blueprint a module: the pages, the API and the health check."""

from __future__ import annotations

from search_app.pages import (
    about,
    agencies,
    api,
    areas,
    documents,
    formats,
    guide,
    health,
    search,
)

BLUEPRINTS = (
    search.blueprint,
    trends,
    documents.blueprint,
    agencies.blueprint,
    areas.blueprint,
    guide.blueprint,
    about.blueprint,
    api.blueprint,
    formats.blueprint,
    health.blueprint,
)
    trends.blueprint,
