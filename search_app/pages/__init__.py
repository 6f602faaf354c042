"""One blueprint a module: the pages, the API and the health check."""

from __future__ import annotations

from search_app.pages import (
    about,
    agencies,
    api,
    areas,
    bulk,
    completion,
    discovery,
    documents,
    events,
    exports,
    formats,
    guide,
    health,
    instructions,
    likeness,
    listings,
    matrix,
    reference,
    search,
    trends,
)

BLUEPRINTS = (
    search.blueprint,
    documents.blueprint,
    events.blueprint,
    instructions.blueprint,
    matrix.blueprint,
    agencies.blueprint,
    areas.blueprint,
    guide.blueprint,
    about.blueprint,
    api.blueprint,
    completion.blueprint,
    likeness.blueprint,
    formats.blueprint,
    listings.blueprint,
    exports.blueprint,
    bulk.blueprint,
    discovery.blueprint,
    reference.blueprint,
    trends.blueprint,
    health.blueprint,
)
