"""Names: runs that hide a person, a place, an organisation or a field of work."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.fields.redactions.sites import HOME, RUN, Site, word_at_front, words_of
from extractor.lexicon import Lexicon

_CUT = r"[^，。；、：！？“”《》（）\s的了和与在是XxΧХ×*某○任为被到向对由从给让]"
_NEAR_FIRM = re.compile(
    rf"{_CUT}{{1,8}}(?:公司|集团|大学|学院|医院|中学|小学|幼儿园|银行|协会|研究院|合作社|厂|[大支中总]队|委员会|法院|检察院)"
    rf"|{_CUT}{{1,6}}(?<![大全格布开结当])局(?![面势部长限])"
    rf"|{_CUT}{{0,3}}(?<![就产行事工农创作专毕商营失务企林牧副渔])业(?=[、，。等的（董总])"
)
_NEAR_SITE = re.compile(
    rf"{_CUT}{{1,8}}(?:园区|公园|广场|基地|牧场|水库|开发区|工程|项目|安置房|口岸|新区|路|湖|河)|\d+[省国县乡]道"
)
_AS = re.compile(r"为(?:导向|核心|中心|指导|主题|主线|抓手|载体|重点|引领|统领|目标|基础|主|龙头|支撑|突破口|契机)")
_COUNT = rf"(?:[一二两三四五六七八九十几多\d]+|{RUN})"
_PEOPLE = re.compile(
    rf"等{_COUNT}[名位]|等(?:{_COUNT}[名位]?)?(?:同志|人|领导|老|先进|典型|英雄|模范|楷模|反面|专家|负责人|优秀|曾经)|等[^，。；等]{{0,9}}案"
    r"|[一二两三四五几](?:位|同志)|案(?!件数|由)"
)
_PLACES = re.compile(
    rf"(?:等(?:{_COUNT}个?)?|[两三四五六七八]个?)(?:[东西南北中]部|重点|周边|兄弟)?(?:省|市|县|区|乡|镇|村|街道|地)"
)
_FIRMS = re.compile(
    rf"(?:等(?:{_COUNT}[个家])?[^，。；等的]{{0,6}}|[两三四五六七八][个家])(?:单位|部门|企业|公司|局|项目|学校)|牵头|配合|承办|主办|协办|负责(?!人)"
)
_CAMPAIGNS = re.compile(r"等(?:[一二两三四五六七八九十几]个|系列|专项|主题)?(?:系列|专项|主题)?(?:活动|行动)")
_NAME_NEXT = re.compile(rf"[、和与](欧阳|[\u4e00-\u9fff]){RUN}+")
_SURNAME_FRONT = re.compile(rf"(?:^|[，。；：、（“]|[和与由请向以]|{RUN}|[长记任员事理席])$")
_END = re.compile(r"[ ]*(?:$|[\n，。；、）：])")
_OWNER = re.compile(rf"{RUN}([\u4e00-\u9fff]{{2,4}})$")
_CLAUSE_BEFORE = re.compile(r"(?:^|[，。；：、]|请|由|受|刚才|和|首先|以)$")
_NAME_AT_FRONT = re.compile(RUN)
_NAME_BEHIND = re.compile(rf"{RUN}+(?![年月日号次个市县区乡镇])")
_NO_OFFICES = ("代表", "英雄", "专家", "先进事迹", "两位", "三位", "四位", "几位")
_NO_SURNAME_AFTER = ("市", "县", "镇", "村", "局", "乡", "区")


@lru_cache(maxsize=4)
def _offices(lexicon: Lexicon) -> tuple[str, ...]:
    """The titles after which a name may stand (局长XX)."""
    words = lexicon["redactions"]["after"]["person"]
    return tuple(word for word in words if word[0] not in "等的案" and word not in _NO_OFFICES and len(word) > 1)


@lru_cache(maxsize=4)
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon["redactions"]["person"]["acts"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@lru_cache(maxsize=4)
def _surnames(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(words_of(lexicon, "person", "surnames"))


def find_person(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a name."""
    before, after = site.before, site.after
    if follows_surname(site, lexicon):
        return "person-surname"
    if _owns(site, lexicon):
        return "person-office"
    if site.word == "案件" and _NAME_AT_FRONT.match(site.rest, 2):
        return "topic-field"
    if site.kind == "person" and site.word != "同志" and _NAME_BEHIND.match(site.rest, len(site.word)):
        return None
    if site.kind == "person" or before.endswith("岁的") or _PEOPLE.match(site.rest) or _heads_names(site, lexicon):
        return "person-title"
    if (site.listed or site.kind not in ("place", "organisation")) and before.rstrip("：").endswith(_offices(lexicon)):
        return None if after.startswith("的") else "person-office"
    if (
        site.kind == ""
        and before.endswith(words_of(lexicon, "person", "callings"))
        and (_END.match(site.rest) or len(site.run) == 3 or _acts(lexicon).match(site.rest))
    ):
        return "person-office"
    if HOME.match(site.rest):
        return "person-house"
    return "person-byline" if not before and (site.rest + "\n")[0] == "\n" else None


def follows_surname(site: Site, lexicon: Lexicon) -> bool:
    """Whether a surname stands before the run: any before 某, before another sign one at the front of its phrase."""
    if _surnames(lexicon).isdisjoint((site.before[-1:], site.before[-2:])):
        return False
    if site.run[0] == "某":
        return not site.after.startswith(_NO_SURNAME_AFTER)
    return (
        site.kind in ("", "plain", "bare", "person")
        and len(site.run) <= 2
        and _SURNAME_FRONT.search(site.before, 0, len(site.before) - 1) is not None
    )


def _heads_names(site: Site, lexicon: Lexicon) -> bool:
    """Whether a surname with a hidden name comes next in its list (×××、李×两位同学)."""
    following = _NAME_NEXT.match(site.rest)
    return (
        following is not None
        and following[1] in _surnames(lexicon)
        and word_at_front(site.rest[following.end() :], lexicon)[0] not in ("place", "measure", "organisation")
    )


def _owns(site: Site, lexicon: Lexicon) -> bool:
    """Whether the run is the name after a hidden firm's (**集团***、)."""
    if not (site.listed or _END.match(site.after) or site.after[:1] == "等"):
        return False
    owner = _OWNER.search(site.before)
    return owner is not None and word_at_front(owner[1], lexicon) == ("organisation", owner[1])


def find_actor(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which a bare run is a person: it speaks, reads out, or is asked to."""
    called = site.before.endswith("的") and site.before[:-1].endswith(_offices(lexicon))
    if (called or _CLAUSE_BEFORE.search(site.before)) and _acts(lexicon).match(site.rest):
        return "person-acts"
    if site.kind == "" and site.before.endswith(words_of(lexicon, "before", "person")):
        return "person-acts"
    return None


def find_field(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a field of work or an idea, whatever the quotation around it."""
    if _AS.match(site.after) or (site.quote and site.word in ("一线", "岗位", "工作", "领域", "监督")):
        return "topic-field"
    return None


def _deals(site: Site) -> bool:
    """Whether the run is whom one works with (与X合作), or what reports (被X报道)."""
    if site.before.endswith(("与", "同", "和")):
        return site.rest.startswith(("合作", "签约", "签订", "共建", "联合"))
    return site.before.endswith("被") and site.rest.startswith(("报道", "刊发", "转载", "专题报道", "推介", "采访"))


def find_name(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the words around the run say that it hides an organisation, a place, a field, a title."""
    ours = site.before.endswith(("全", "我"))
    if site.word in ("项目", "工程") and not ours:
        return "organisation-project"
    if _CAMPAIGNS.match(site.rest):
        return "title-event"
    if site.kind == "organisation" or _FIRMS.match(site.rest) or _deals(site):
        return "organisation-kind"
    if site.kind == "place" or _PLACES.match(site.rest):
        return "place-kind"
    comes = site.word in ("工作", "人员") and site.before.endswith(("到", "来", "赴", "去", "返", "抵", "离"))
    if ours or comes or site.before.endswith("驻"):
        return "place-front"
    if _NEAR_FIRM.match(site.rest):
        return "organisation-near"
    if site.kind in ("title", "topic"):
        return "title-event" if site.kind == "title" else "topic-field"
    if _NEAR_SITE.match(site.rest):
        return "place-near"
    return "place-front" if site.before.endswith(words_of(lexicon, "before", "place")) else None
