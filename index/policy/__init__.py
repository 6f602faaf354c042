from index.policy.annotating import annotate
from index.policy.occasions.events import Event, day_of, group
from index.policy.reading import TableError
from index.policy.tables import PolicyTables, fingerprint, load_tables

__all__ = [
    "Event",
    "PolicyTables",
    "TableError",
    "annotate",
    "day_of",
    "fingerprint",
    "group",
    "load_tables",
]
