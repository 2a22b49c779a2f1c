"""Names: runs that hide a person, a place, an organisation, a field of work, a formula or a title."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.fields.redactions.sites import Site, follow_words, word_after
from extractor.lexicon import Lexicon

_RUN = r"[Xx×*某○N▲△□_]+"
_CUT = r"[^，。；、：！？“”《》（）\s的了和与在是]"
_NEAR_FIRM = re.compile(rf"{_CUT}{{1,8}}(?:公司|集团|大学|学院|医院|中学|小学|幼儿园|银行|协会|研究院|合作社|厂)")
_TRADE = re.compile(rf"{_CUT}{{0,3}}(?<![就产行事工农创作专毕商营失务企林牧副渔])业(?=[、，。等的（董总])")
_CASES = re.compile(r"案[XxΧХх×*某○\d]")
_NEAR_SITE = re.compile(rf"{_CUT}{{1,8}}(?:园区|公园|广场|基地|牧场|水库|开发区|工程|项目|安置房|口岸|新区|路|湖|河)")
_AS = re.compile(r"(?:同志)?为(?:导向|核心|中心|指导|主题|主线|抓手|载体|重点|引领|统领|目标|基础|主|龙头|支撑|突破口|契机)")
_FIELD = re.compile(r"一线|岗位|工作|领域|监督")
_VERB = r"(?![年月日时点届市县区镇乡省州路村个户人和与及或至到比占为是在向对名家次件元、])[\u4e00-\u9fff]{1,2}"
_PAIR_AHEAD = re.compile(rf"{_VERB}({_RUN}){_VERB}")
_PAIR_BACK = re.compile(rf"({_RUN}){_VERB}$")
_MARTYR = re.compile(r"等(?:[一二两三四五六七八九十几多\dXx×*]+[名位]?)?(?:同志|人|领导|老|先进|典型|英雄|模范|楷模|反面|案|专家|负责人|优秀|曾经)|[一二两三四五几]位|案(?!件数|由)|等[^，。；等]{0,9}案")
_OWNER = re.compile(rf"{_RUN}([\u4e00-\u9fff]{{2,4}})$")
_PLACES = re.compile(r"等(?:[一二两三四五六七八九十几多\dXx×*]+个?)?(?:[东西南北中]部)?(?:省|市|县|区|乡|镇|村|街道|地)")
_FIRMS = re.compile(r"等(?:[一二两三四五六七八九十几多\dXx×*]+[个家])?(?:单位|部门|企业|公司|局|项目|学校)")
_END = re.compile(r"[ ]*(?:$|[\n，。；、）：])")
_SURNAMED = re.compile(r"[，。；、：\s（]|^")


@lru_cache(maxsize=4)
def _titles(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(w for w in lexicon["redactions"]["after"]["person"] if not w.startswith(("等", "的", "案")) and len(w) > 1)


@lru_cache(maxsize=4)
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon["redactions"]["person"]["acts"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def find_coined(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run is part of a formula or a title: in quotes, in book marks, doubled (X进X出)."""
    if site.book:
        whole = not re.sub(r"[XxＸ×*某○〇N_▲△□.、·—\-\s]", "", site.quote)
        return "title-book" if whole or site.kind not in ("place", "organisation", "person") and not _NEAR_FIRM.match(site.after) else None
    if not site.quote:
        return "slogan-pair" if _is_paired(site, lexicon) else None
    if _AS.match(site.after) or _FIELD.match(site.after):
        return "topic-field"
    if len(site.quote) > 18 or _names_plainly(site):
        return None
    if site.before.rstrip("“").endswith(tuple(lexicon["redactions"]["before"]["works"])):
        return "title-work"
    return "slogan-quoted"


def _names_plainly(site: Site) -> bool:
    """Whether the quotation names a place or is no more than a name (“X镇”)."""
    return site.kind in ("place", "organisation", "person") and (site.kind == "place" or site.quote.endswith(site.word))


def _is_paired(site: Site, lexicon: Lexicon) -> bool:
    """Whether the run is one of two that make a formula (X进X出)."""
    if site.kind not in ("", "plain"):
        return False
    twin = _PAIR_AHEAD.match(site.after) or _PAIR_BACK.search(site.before)
    if twin is None or twin.group(1) != site.run:
        return False
    kinds, longest = follow_words(lexicon)
    return word_after(site.before[twin.end(1) :] if twin.re is _PAIR_BACK else "", kinds, longest)[0] in ("", "plain")


def find_person(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a name."""
    before, after, rest = site.before, site.after, site.rest
    if site.run[0] == "某" and before[-1:] in lexicon["redactions"]["person"]["surnames"] and not re.match(r"市|县|镇|村|局", after):
        return "person-surname"
    owner = _OWNER.search(before)
    if owner and (site.listed or _END.match(after) or after[:1] == "等"):
        kinds, longest = follow_words(lexicon)
        if kinds.get(owner.group(1)) == "organisation":
            return "person-office"
    if site.word == "案" and _CASES.match(rest):
        return None
    if site.kind == "person" or _MARTYR.match(rest):
        return "person-title"
    if before.rstrip("：").endswith(_titles(lexicon)):
        if site.kind not in ("place", "organisation") and not re.match(r"的", after):
            return "person-office"
    if before.endswith(tuple(lexicon["redactions"]["person"]["callings"])) and site.kind == "" and _END.match(rest):
        return "person-office"
    if not before and (rest + "\n")[0] == "\n":
        return "person-byline"
    return None


def find_actor(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which a bare run is a person: it speaks, reads out, or is asked to."""
    if _acts(lexicon).match(site.rest) and re.search(r"(?:^|[，。；：\n]|请|由|受|刚才|、|和|首先|以)$", site.before):
        return "person-acts"
    if site.before.endswith(tuple(lexicon["redactions"]["before"]["person"])) and site.kind == "":
        return "person-acts"
    return None


def find_name(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the word after the run says that it hides an organisation, a place, a field, a title."""
    if site.before.endswith(("全", "我")) and site.kind not in ("organisation", "place"):
        return "place-front"
    if site.kind == "topic" and site.before.endswith(("到", "来", "赴", "去")):
        return "place-front"
    if site.word in ("项目", "工程"):
        return "organisation-project"
    if site.kind == "organisation" or _FIRMS.match(site.rest):
        return "organisation-kind"
    if site.kind == "place" or _PLACES.match(site.rest):
        return "place-kind"
    if _AS.match(site.after):
        return "topic-field"
    if site.kind == "title":
        return "title-event"
    if site.kind == "topic":
        return "topic-field"
    if _NEAR_FIRM.match(site.rest) or _TRADE.match(site.rest):
        return "organisation-near"
    if _NEAR_SITE.match(site.rest):
        return "place-near"
    if site.before.endswith(tuple(lexicon["redactions"]["before"]["place"])):
        return "place-front"
    return None
