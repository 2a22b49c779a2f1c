"""The store: a ledger in SQLite, one transaction a document, row ids that stay as long as a fact's place stays."""

from extractor.store.ledger import Ledger, RunLog

__all__ = ["Ledger", "RunLog"]
