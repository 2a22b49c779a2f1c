"""Coined names: runs inside a slogan, a formula or the title of a work."""

from __future__ import annotations

import re

from extractor.fields.redactions.sites import RUN, Site, word_at_front, words_of
from extractor.lexicon import Lexicon

_LONGEST_SLOGAN = 18
_WHOLLY_HIDDEN = re.compile(rf"(?:{RUN}|[.、·—\-\s])+")
_NO_VERB = "年月日时点届市县区镇乡省州路村个户人和与及或至到比占为是在向对名家次件元成等由请让以从局厅委组队、"
_VERB = rf"(?![{_NO_VERB}])[\u4e00-\u9fff]"
_PAIR_AHEAD = re.compile(rf"{_VERB}({RUN}){_VERB}")
_PAIR_BACK = re.compile(rf"({RUN})({_VERB})$")
_NAMES = ("place", "organisation", "person")


def find_coined(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run is part of a formula or a title: in quotes, in book marks, doubled (X来X往)."""
    if site.book:
        whole = _WHOLLY_HIDDEN.fullmatch(site.quote) is not None
        return "title-book" if whole or site.kind not in _NAMES else None
    if not site.quote:
        return "slogan-pair" if _is_paired(site, lexicon) else None
    if len(site.quote) > _LONGEST_SLOGAN or _names_plainly(site):
        return None
    works = words_of(lexicon, "before", "works")
    return "title-work" if site.before.rstrip("“").endswith(works) else "slogan-quoted"


def _names_plainly(site: Site) -> bool:
    """Whether the quotation names a place or is no more than a name (“X镇”)."""
    if site.word in ("工程", "项目"):
        return False
    return site.kind == "place" or (site.kind in _NAMES and site.quote.endswith(site.word))


def _is_paired(site: Site, lexicon: Lexicon) -> bool:
    """Whether the run is one of two that make a formula (X来X往)."""
    if site.kind not in ("", "plain") or site.after[:1] in "死伤纵横金银":
        return False
    if (ahead := _PAIR_AHEAD.match(site.after)) and ahead[1] == site.run:
        return word_at_front(site.after[ahead.end(1) :], lexicon)[0] != "measure"
    back = _PAIR_BACK.search(site.before)
    return back is not None and back[1] == site.run and word_at_front(back[2], lexicon)[0] in ("", "plain")
