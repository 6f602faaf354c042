from index.policy.annotating import annotate
from index.policy.occasions.events import Event, day_of, group, grouped
from index.policy.occasions.told import Told
from index.policy.reading import TableError
from index.policy.tables import PolicyTables, fingerprint, load_tables

__all__ = [
    "Event",
    "PolicyTables",
    "TableError",
    "Told",
    "annotate",
    "day_of",
    "fingerprint",
    "group",
    "grouped",
    "load_tables",
]
