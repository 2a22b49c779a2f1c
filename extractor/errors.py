"""What can go wrong, with a message that says what, where and what to do."""


class TaizhangError(Exception):
    """The root of every error that taizhang raises on purpose."""


class RuleError(TaizhangError):
    """A rule or a lexicon is malformed."""


class ReadError(TaizhangError):
    """An input is no speech that can be read."""


class ExportError(TaizhangError):
    """What was asked for cannot be written in this form."""


class ServeError(TaizhangError):
    """The site cannot be served where it was to be."""


class StoreError(TaizhangError):
    """The database cannot be used."""


class BusyError(StoreError):
    """Another process is writing the database; nothing was written."""


class RefusedError(StoreError):
    """A correction that cannot stand; `zh` says why in Chinese, for the site."""

    def __init__(self, message: str, zh: str) -> None:
        super().__init__(message)
        self.zh = zh
