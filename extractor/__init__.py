"""taizhang (台账): official speeches as a ledger that you can query."""

__version__ = "0.1.0"
