"""One blueprint a module: the pages, the API and the health check."""

from __future__ import annotations

from search_app.pages import about, agencies, api, areas, documents, health, help, search

BLUEPRINTS = (
    search.blueprint,
    documents.blueprint,
    agencies.blueprint,
    areas.blueprint,
    help.blueprint,
    about.blueprint,
    api.blueprint,
    health.blueprint,
)
