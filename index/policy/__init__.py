from index.policy.annotating import annotate
from index.policy.reading import TableError
from index.policy.tables import PolicyTables, fingerprint, load_tables

__all__ = ["PolicyTables", "TableError", "annotate", "fingerprint", "load_tables"]
