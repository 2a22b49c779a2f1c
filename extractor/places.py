"""Where the site and the sample corpus lie: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    bundled = _PACKAGE / "bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


def site_folder() -> Path:
    """The Datasette site: templates, plugins, static files, queries."""
    return _folder("db")


def sample_speeches() -> Path:
    """The bundled sample speeches."""
    return _folder("corpus") / "speeches"


def sample_gold() -> Path:
    """The gold annotations of the bundled speeches."""
    return _folder("corpus") / "gold"


def default_database() -> Path:
    """Where a ledger is built unless told otherwise: the site's folder in a checkout, else the working folder."""
    site = site_folder()
    return (site if "bundled" not in site.parts else Path()) / "taizhang.db"
