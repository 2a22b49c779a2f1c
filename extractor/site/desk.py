"""The corrections desk: whether a site takes corrections at all, and from whom.

A site takes them where it was built with a desk (`taizhang serve --allow-corrections`), from an actor who is logged
in and holds the permission `taizhang-correct`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from datasette.app import Datasette
from datasette.utils import actor_matches_allow
from datasette.utils.asgi import Forbidden, NotFound

from extractor.lexicon import Lexicon
from extractor.store import Ledger

ACTION = "taizhang-correct"
"""The permission's name, and the plugin's in the metadata."""
Actor = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What writes a site's corrections: its ledger, and the rules that extract the speech again."""

    ledger: Ledger
    lexicon: Lexicon


_desks: WeakKeyDictionary[Datasette, Desk] = WeakKeyDictionary()


def open_desk(datasette: Datasette, desk: Desk) -> None:
    """Let a site take corrections."""
    _desks[datasette] = desk


def author(actor: Actor) -> str:
    """The name that stands by an actor's corrections; '' for an anonymous visitor."""
    return str((actor or {}).get("id") or "")


def is_allowed(datasette: Datasette, actor: Actor) -> bool:
    """Our answer to Datasette's question: who is logged in, or whom the plugin's `allow` names."""
    config = datasette.plugin_config(ACTION) or {}
    return bool(author(actor)) and bool(actor_matches_allow(actor, config.get("allow", {"id": "*"})))


async def may_correct(datasette: Datasette, actor: Actor) -> bool:
    """Whether this site takes this actor's corrections."""
    if datasette not in _desks or not author(actor):
        return False
    return bool(await datasette.permission_allowed(actor, ACTION, default=False))


async def require_desk(datasette: Datasette, actor: Actor) -> Desk:
    """The desk, for an actor who may use it. Raises `NotFound` where the site has none, else `Forbidden`."""
    if datasette not in _desks:
        raise NotFound("本站只读，不收更正；要收，请用 taizhang serve --allow-corrections · this site is read-only")
    if not author(actor):
        raise Forbidden("请先登录，再作更正；更正要记下作者 · log in to correct: a correction names its author")
    if not await may_correct(datasette, actor):
        raise Forbidden(f"{author(actor)} 没有更正的权限（{ACTION}） · {author(actor)} may not correct")
    return _desks[datasette]
