"""One blueprint a module: the pages, the API and the health check."""

from __future__ import annotations

from search_app.pages import (
    about,
    agencies,
    api,
    areas,
    completion,
    documents,
    events,
    formats,
    guide,
    health,
    instructions,
    likeness,
    search,
    trends,
)

BLUEPRINTS = (
    search.blueprint,
    documents.blueprint,
    events.blueprint,
    instructions.blueprint,
    agencies.blueprint,
    areas.blueprint,
    guide.blueprint,
    about.blueprint,
    api.blueprint,
    completion.blueprint,
    likeness.blueprint,
    formats.blueprint,
    trends.blueprint,
    health.blueprint,
)
