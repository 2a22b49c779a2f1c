"""Metric claims: what is one, its unit, subject, change and status, in sentences written for the purpose."""

from __future__ import annotations

import re
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.fields.metrics import find_claims
from extractor.lexicon import load_lexicon
from extractor.records import Claim, Item, Layout, Redaction, Span, Speech

LEXICON = load_lexicon()
HIDDEN = re.compile(r"[X×*Ｎ]+(?:\.[X×*]+)?")
QUOTED = re.compile(r"“[^”\n]{0,200}”|《[^》\n]{0,100}》")


def claims_of(text: str, role: str = "other") -> tuple[Claim, ...]:
    """The claims of one sentence; every run of X, × or * in it hides a number that counts."""
    redactions = tuple(Redaction(m.start(), m.end(), "quantity", "test") for m in HIDDEN.finditer(text))
    quoted = tuple(Span(m.start() + 1, m.end() - 1) for m in QUOTED.finditer(text))
    frame = Layout((), (), None, None, None, Span(0, 0), Span(0, len(text)), (), quoted)
    item = Item(0, len(text), "", "", 1, None, 0, "1", Span(0, 0), role, "test")  # type: ignore[arg-type]
    return find_claims(Speech("test.txt", text), frame, redactions, (item,), LEXICON)


def seen(text: str, role: str = "other") -> list[tuple[str, str, str | None]]:
    return [(text[c.start : c.end], c.unit, c.subject) for c in claims_of(text, role)]


SUBJECTS = [
    # a bracket that a value stands in, a body that ends like a verb
    ("渔业（占比12%）增速只有3%。", [("12", "%", "渔业"), ("3", "%", "渔业")]),
    ("县直机关和村级党组织38个单位参加。", [("38", "个", "单位")]),
    ("刊发稿件120多条次。", [("120", "条次", "稿件")]),
    # what is being negotiated, a quota that a value is measured against, an adverb that belongs to its verb
    ("在谈项目多达12个。", [("12", "个", "在谈项目")]),
    ("实到外资300万元，完成年度任务确保数的60%。", [("300", "万元", "实到外资"), ("60", "%", "实到外资")]),
    ("党委书记深入开展谈心谈话30人次。", [("30", "人次", "谈心谈话")]),
    # quoted names, lists with 等, persons and what they have, delegates, objects of 开展
    ("开展“共有一个家”系列活动30场次。", [("30", "场次", "“共有一个家”系列活动")]),
    ("开展法律咨询、电影播放等活动20场次。", [("20", "场次", "法律咨询、电影播放等活动")]),
    ("收集12名留守儿童的心愿。", [("12", "名", "留守儿童")]),
    ("邀请代表80人次列席常委会会议。", [("80", "人次", "代表")]),
    ("90名代表参加视察。", [("90", "名", "代表")]),
    ("团委开展活动60次。", [("60", "次", "活动")]),
    ("张贴宣传标语70条。", [("70", "条", "宣传标语")]),
    ("新建社会组织党支部8个。", [("8", "个", "社会组织党支部")]),
    ("出口总额按海关口径算为3亿元。", [("3", "亿元", "出口总额")]),
    ("在30部电梯投放公益广告。", [("30", "部", "电梯")]),
    # what is listed, verbs of one noun each, what still stands, a title of a work, net changes
    ("排名前两位的分别是交通运输12起、建筑施工9起。", [("12", "起", "交通运输"), ("9", "起", "建筑施工")]),
    (
        "受理投诉40件，审结38件，同比分别上升5%和6%。",
        [("40", "件", "投诉"), ("38", "件", "投诉"), ("5", "%", "投诉"), ("6", "%", "投诉")],
    ),
    ("依法办理欠薪案件12件，处理涉农案件7件。", [("12", "件", "欠薪案件"), ("7", "件", "涉农案件")]),
    ("尚有未结案件30件。", [("30", "件", "未结案件")]),
    ("印发了《关于落实县安委会二十条硬措施的若干实施意见》。", []),
    ("存栏由9万头降到8万头，净减少1万头。", [("9", "万头", "存栏"), ("8", "万头", "存栏"), ("1", "万头", "存栏")]),
    ("在全省30个先进单位中均居前列。", [("30", "个", "先进单位")]),
    # remarks in brackets, units with （次）, what is contained, sizes by a round amount
    ("新开工超千万元项目（含扩建）6个。", [("6", "个", "超千万元项目")]),
    (
        "受理来信140件（次），来访29批（含集体访3批）。",
        [("140", "件（次）", "来信"), ("29", "批", "来访"), ("3", "批", "集体访")],
    ),
    ("镇区（不包括三个行政村）已铺设管网12公里。", [("12", "公里", "管网")]),
    ("引进总投资5000万元以上项目3个。", [("3", "个", "总投资5000万元以上项目")]),
    # what a number before is compared with, and what is done with the same things
    ("来访较去年同期的40批下降15。", [("40", "批", "来访")]),
    ("督办件30件，答复率100%，办结28件。", [("30", "件", "督办件"), ("100", "%", "答复率"), ("28", "件", "督办件")]),
    ("到账资金5亿元，完成全年任务进度的60%。", [("5", "亿元", "到账资金"), ("60", "%", "到账资金")]),
    ("来访20批，同比持平、人数减少12人。", [("20", "批", "来访"), ("12", "人", "人数")]),
    ("先后3次下调收费标准。", [("3", "次", "下调收费标准")]),
    ("办好15件实事的目标任务。", [("15", "件", "实事")]),
    ("章程虽然只有2000余字。", [("2000", "字", "章程")]),
    ("村级税收年均达到30万元。", [("30", "万元", "村级税收")]),
    # a text that ends with a unit and a line end
    ("新建公厕12个\n", [("12", "个", "公厕")]),
    # what is cut and not new, how long a rate took, a threshold before what is counted
    ("新调减玉米面积3000亩。", [("3000", "亩", "玉米面积")]),
    ("高考上线率三年累计提高6个百分点。", [("6", "个百分点", "高考上线率")]),
    ("实施项目12个，其中投资超亿元的2个。", [("12", "个", "项目"), ("2", "个", "项目")]),
    # a threshold and its noun, a phase and its rate, places and their rate
    ("全镇养羊1000只以上的村4个。", [("4", "个", "养羊1000只以上的村")]),
    ("全县有3例以上差错的村达88个。", [("88", "个", "3例以上差错的村")]),
    ("开工建设率为85%。", [("85", "%", "开工建设率")]),
    ("有4个乡镇参保率低于90%。", [("4", "个", "乡镇"), ("90", "%", "参保率")]),
    ("新建4个乡镇卫生院。", [("4", "个", "乡镇卫生院")]),
    ("惠及90万市民的便民计划。", [("90", "万", "市民")]),
    ("今年的目标任务是签约项目200亿元。", [("200", "亿元", "签约项目")]),
    ("2016统计年度政策符合率为91%。", [("91", "%", "政策符合率")]),
    ("今年添置了体育器材91套。", [("91", "套", "体育器材")]),
    (
        "立案侦查工程建设领域职务犯罪50件63人。",
        [("50", "件", "工程建设领域职务犯罪"), ("63", "人", "工程建设领域职务犯罪")],
    ),
    ("共受理提请审查逮捕案件15件，批准逮捕12件。", [("15", "件", "提请审查逮捕案件"), ("12", "件", "批准逮捕")]),
    ("移送涉黑线索9条，移送司法机关3人。", [("9", "条", "涉黑线索"), ("3", "人", "移送司法机关")]),
    ("全年投资超过100个亿。", [("100", "个亿", "投资")]),
    # the noun before the value
    ("地区生产总值完成35.6亿元，同比增长8.2%。", [("35.6", "亿元", "地区生产总值"), ("8.2", "%", "地区生产总值")]),
    ("2018年，全县社会消费品零售总额达到12亿元。", [("12", "亿元", "社会消费品零售总额")]),
    ("先后查处违规发放补贴问题17起、处理21人。", [("17", "起", "违规发放补贴问题"), ("21", "人", "处理")]),
    ("调整干部X人，提拔任用X人。", [("X", "人", "干部"), ("X", "人", "提拔任用")]),
    ("立案审查失职问题3件5人。", [("3", "件", "失职问题"), ("5", "人", "失职问题")]),
    ("服务业增加值占地区生产总值的41.5%。", [("41.5", "%", "服务业增加值")]),
    ("固定资产投资完成18亿元，占全年计划的62%。", [("18", "亿元", "固定资产投资"), ("62", "%", "固定资产投资")]),
    ("栽植苗木X万余株。", [("X", "万株", "苗木")]),
    # the noun after the unit
    ("完成35户危房改造，铺设12.5公里供水管道。", [("35", "户", "危房改造"), ("12.5", "公里", "供水管道")]),
    ("12个贫困村顺利退出。", [("12", "个", "贫困村")]),
    ("近百名志愿者参加了清扫。", [("近百", "名", "志愿者")]),
    ("85%的行政村通了客车。", [("85", "%", "行政村")]),
    ("新增X辆公交车。", [("X", "辆", "公交车")]),
    # no noun: the verb phrase
    ("去年，350人稳定脱贫。", [("350", "人", "稳定脱贫")]),
    ("移送司法机关X人。", [("X", "人", "移送司法机关")]),
    # shared and told apart
    (
        "城镇居民人均可支配收入和农村居民人均可支配收入分别增长8%和9%。",
        [("8", "%", "城镇居民人均可支配收入"), ("9", "%", "农村居民人均可支配收入")],
    ),
    (
        "全年发生生产安全事故9起、死亡11人，同比分别下降18%和21%。",
        [("9", "起", "生产安全事故"), ("11", "人", "死亡"), ("18", "%", "生产安全事故"), ("21", "%", "死亡")],
    ),
    ("粮食产量由8万吨增加到9.5万吨。", [("8", "万吨", "粮食产量"), ("9.5", "万吨", "粮食产量")]),
    ("养老金标准继续提高，年人均增加120元。", [("120", "元", "养老金标准")]),
    ("征集意见30条，起草组采纳了21条。", [("30", "条", "意见"), ("21", "条", "意见")]),
    ("列入重点工程40个，其中卡在用地上的6个。", [("40", "个", "重点工程"), ("6", "个", "重点工程")]),
    ("山区有X户、X人易返贫人口。", [("X", "户", "易返贫人口"), ("X", "人", "易返贫人口")]),
    (
        "查摆问题X个，制定措施X条，目前已整改X个，还有X个正在整改。",
        [("X", u, s) for u, s in (("个", "问题"), ("条", "措施"), ("个", "问题"), ("个", "问题"))],
    ),
    ("县法院受理案件820件，审结791件。", [("820", "件", "案件"), ("791", "件", "案件")]),
    (
        "发生较大事故4起、死亡11人，比上年多1起、多3人。",
        [("4", "起", "较大事故"), ("11", "人", "死亡"), ("1", "起", "较大事故"), ("3", "人", "死亡")],
    ),
    # the clause before names the subject
    ("农村自来水普及率，由1996年的31%提高到58%。", [("31", "%", "农村自来水普及率"), ("58", "%", "农村自来水普及率")]),
    ("旅客周转量，由于春运客流减少，比去年同期下降3%。", [("3", "%", "旅客周转量")]),
    ("县里发放山区教师津贴，人均每月300元。", [("300", "元", "山区教师津贴")]),
    # nouns end where a verb begins, or a verb begins at once
    ("抽查中发现，4个村没人接电话。", [("4", "个", "村")]),
    ("聘请技术能手26名担任导师。", [("26", "名", "技术能手")]),
    ("剩余的X户、X人未脱贫人口全部落实了帮扶责任人。", [("X", "户", "未脱贫人口"), ("X", "人", "未脱贫人口")]),
    ("关停政务APP17个。", [("17", "个", "政务APP")]),
    # verbs that govern at the head of a phrase only, and with their object
    ("全县关闭小石灰窑12座，加装电梯30部。", [("12", "座", "小石灰窑"), ("30", "部", "电梯")]),
    ("共移送起诉嫌疑人21名。", [("21", "名", "嫌疑人")]),
    ("为职工接种疫苗800剂次。", [("800", "剂次", "疫苗")]),
    ("列入民生实事的工程12个。", [("12", "个", "列入民生实事的工程")]),
    # what a value is measured against is not counted
    ("投入资金860万元，完成年度计划62%。", [("860", "万元", "资金"), ("62", "%", "资金")]),
    ("粮食播种完成8万亩，超目标任务3000亩。", [("8", "万亩", "粮食播种"), ("3000", "亩", "粮食播种")]),
    ("床位使用率保持在91%的合理区间。", [("91", "%", "床位使用率")]),
    ("工业产值增长8%，增速回落2.1个百分点。", [("8", "%", "工业产值"), ("2.1", "个百分点", "增速")]),
    ("亩均税收12.5万元，检测合格率98%。", [("12.5", "万元", "亩均税收"), ("98", "%", "检测合格率")]),
    ("持证上岗的只有58%。", [("58", "%", "持证上岗的")]),
    # verbs that count themselves, projects by phase, projects by what became of them
    ("处置问题线索30件，立案14件。", [("30", "件", "问题线索"), ("14", "件", "立案")]),
    (
        "安排重点工程60个，其中续建22个、新开工38个。",
        [("60", "个", "重点工程"), ("22", "个", "续建"), ("38", "个", "新开工")],
    ),
    ("重点项目开工15个，实际开工12个。", [("15", "个", "重点项目"), ("12", "个", "重点项目")]),
    # the counted noun ends where its deed begins
    ("到14家企业走访，对9座粮库逐一排查。", [("14", "家", "企业"), ("9", "座", "粮库")]),
    ("抽调6名民警组成专班。", [("6", "名", "民警")]),
    ("今年有7个乡镇受灾，5个受灾乡镇通了电。", [("7", "个", "乡镇"), ("5", "个", "受灾乡镇")]),
    ("30名有创业意愿的青年报了名。", [("30", "名", "有创业意愿的青年")]),
    ("去年有182人参加测评。", [("182", "人", "参加测评")]),
    # a threshold with a count
    ("亩产达到500斤以上的有四十五个村，低于60分的还有3个村。", [("四十五", "个", "村"), ("3", "个", "村")]),
    # comparisons and causes between subject and value
    ("新修渠道比1954年的修建里数增加12%。", [("12", "%", "渠道")]),
    ("农民人均收入扣除物价因素比上年增长6%。", [("6", "%", "农民人均收入")]),
    ("用于提高村干部报酬的支出1200万元。", [("1200", "万元", "用于提高村干部报酬的支出")]),
    # an indicator keeps its threshold, its verb, its change
    ("500万元以上固定资产投资额完成7亿元。", [("7", "亿元", "500万元以上固定资产投资额")]),
    ("全年城镇新增就业3200人。", [("3200", "人", "城镇新增就业")]),
    # shapes of values
    ("财政拨款* 亿元，增长*.*%。", [("*", "亿元", "财政拨款"), ("*.*", "%", "财政拨款")]),
    ("三次产业结构调整为12.1:45.3:42.6。", [(n, "", "三次产业结构") for n in ("12.1", "45.3", "42.6")]),
    ("听讲座的学生有2、3百人。", [("2、3", "百人", "听讲座的学生")]),
    ("全區××個支部、一千二百名黨員參加了活動。", [("××", "個", "支部"), ("一千二百", "名", "黨員")]),
    ("占地面积１２．５万亩。", [("１２．５", "万亩", "占地面积")]),
]

NO_CLAIMS = [
    "第3巡回指导组、第二次会议、第5名。", "1月8日上午8:30，2019年第四季度。", "〔2019〕14号文件和中发〔2020〕5号。",
    "建设4/5G基站，推广“8+3”专项整治。", "年产60万吨水泥项目开工。", "220千伏变电站投运。", "进入全国前100名。",
    "我讲3点意见。", "提X条要求：", "围绕四个方面做好两项工作。", "分6方面、X个方面查找。", "三年行动计划和十五分钟生态圈。",
    "“四个意识”、“18个是否”。", "千方百计，万无一失，百花齐放。", "20周年、X周年，X多年历史。", "60岁以上老人、35岁以下党员。",
    "所剩只有X个半月时间。", "也就是100天左右的时间。", "安装60千瓦变压器一台。",
    "500万元以上项目全部开工。", "电话0411-83621234。", "十三五、十九大、二十大。", "网址为www.a1b2.cn/123。", "PM2.5防治。", "进门别有一番天地。", "产值翻两番。",
]  # fmt: skip

CHANGES = [
    ("财政收入增长8%。", ["increase"]), ("能耗下降3.1%。", ["decrease"]), ("占比提高3.2个百分点。", ["increase"]),
    ("贫困人口减少3000人。", ["decrease"]), ("覆盖率提高到95%。", ["none"]), ("城镇新增就业3200人。", ["none"]),
    ("新增绿地12公顷。", ["increase"]), ("产值由3亿元增长到5亿元。", ["none", "none"]),
    ("核减税款85万元。", ["decrease"]), ("完成投资5亿元，比计划少2亿元。", ["none", "none"]), ("财政收入负增长2%。", ["decrease"]),
]  # fmt: skip

STATUSES = [
    ("预计地区生产总值完成35亿元，增长8%；财政收入增长7%。", "other", ["forecast"] * 3),
    ("力争实施项目30个，完成投资9亿元。", "directive", ["target", "target"]),
    ("建成公厕20座。", "directive", ["target"]), ("建成公厕20座。", "achievement", ["achieved"]),
    ("已建成公厕20座。", "directive", ["achieved"]), ("对查摆出的12项问题立行立改。", "directive", ["achieved"]),
    ("对12座水库的责任人逐一培训。", "directive", ["achieved"]), ("培育有竞争力的12家企业。", "directive", ["target"]),
    ("改善处于低保边缘的X人的生活。", "directive", ["achieved"]), ("计划由30万人增加到1987年的55万人。", "other", ["achieved", "target"]),
    ("经济增长低于年度目标2个百分点。", "other", ["achieved"]), ("财政政策要加力。赤字3亿元。", "other", ["target"]),
    ("完成投资3亿元，占目标任务的75%。", "other", ["achieved"] * 2), ("计划开工项目有12个。", "other", ["achieved"]),
    ("争取1200万元治理资金。", "other", ["achieved"]), ("争取1200万元治理资金。", "directive", ["target"]),
    ("18个单位分别于9月10日前成立了专班。", "other", ["achieved"]), ("年度投资计划6.4亿元。", "other", ["target"]),
    ("设置安置点12处，准备床铺300张。", "other", ["achieved"] * 2), ("年计划完成投资6亿元。", "other", ["target"]),
    ("贫困发生率由3%降到1%以下。", "directive", ["achieved", "target"]), ("还有12个村没有通车。", "problem", ["achieved"]),
    ("共发生火灾12起，伤3人。", "directive", ["achieved"] * 2),
    ("我们紧紧围绕强镇富民的目标，农业产值达3亿元。", "other", ["achieved"]),
]  # fmt: skip

QUANTITIES = [
    ("今年蓄水1.1亿立方米。", 110_000_000.0, "立方米"),
    ("投资1.2亿元。", 120_000_000, "元"), ("投资10.56亿元。", 1_056_000_000, "元"), ("占三成。", 30, "%"), ("占六成五。", 65, "%"),
    ("占百分之二十。", 20, "%"), ("提高3.2个百分点。", 3.2, "百分点"), ("收购粮食一万五千亿斤。", 750_000_000, "吨"),
    ("登记一万零十二人。", 10_012, "人"), ("奖金100000万元。", 10**9, "元"), ("修路12公里。", 12_000, "米"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), SUBJECTS)
def test_values_units_and_subjects(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert seen(text) == claims


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_leaves_alone_what_quantifies_nothing(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_changes(text: str, changes: list[str]) -> None:
    assert [c.change for c in claims_of(text)] == changes


@pytest.mark.parametrize(("text", "role", "statuses"), STATUSES)
def test_statuses(text: str, role: str, statuses: list[str]) -> None:
    assert [c.status for c in claims_of(text, role)] == statuses


@pytest.mark.parametrize(("text", "quantity", "base"), QUANTITIES)
def test_quantities_in_base_units(text: str, quantity: float | None, base: str | None) -> None:
    found = [(c.quantity, c.base_unit) for c in claims_of(text)]
    assert found == ([(quantity, base)] if quantity is not None else [])


def test_a_hidden_place_or_list_of_names_at_the_head_is_no_subject() -> None:
    for text, subject in (("某某村比较宽的晒场有5处。", "比较宽的晒场"), ("某某、某某等沿江村组有5处。", "沿江村组")):
        places = tuple(Redaction(m.start(), m.end(), "place", "test") for m in re.finditer("某某", text))
        frame = Layout((), (), None, None, None, Span(0, 0), Span(0, len(text)), (), ())
        assert [c.subject for c in find_claims(Speech("test.txt", text), frame, places, (), LEXICON)] == [subject]


def test_a_line_wrapped_before_a_decimal_is_one_clause() -> None:
    text = "全年共办结群众来信来访三百二十件，群众对办理结果的满意度测评从\n89.5%提升至94%。"
    assert seen(text)[1:] == [("89.5", "%", "满意度测评"), ("94", "%", "满意度测评")]
    assert seen("全县各乡镇今年一共受理了群众来信和群众来访三百二十件\n次，都已办结。")[0][1] == "件次"


def test_details() -> None:
    (first, second) = claims_of("2019年，规模以上工业企业已达近50家，同比增加3家。")
    assert (first.period, first.approximation, first.number) == ("2019年", "近", 50)
    assert (second.comparison, second.change) == ("同比", "increase")
    (claim,) = claims_of("完成X万元左右的投资。")
    assert (claim.redacted, claim.number, claim.quantity, claim.base_unit) == (True, None, None, "元")
    assert (claim.action, claim.approximation) == ("完成", "左右")


def test_a_comparison_is_printed_as_it_stands_and_gives_no_period() -> None:
    (claim,) = claims_of("产值比２０１８年增加３０万元。")
    assert claim.comparison == "比２０１８年"
    (first, second) = claims_of("2019年产值达到90万元，比2018年增加30万元。")
    assert (first.period, second.period, second.comparison) == ("2019年", "2019年", "比2018年")


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("受理投诉40件，审结38件。", ["受理", "审结"]),
        ("完成投资6亿元，增长8%。", ["完成", "增长"]),
        ("制定5部法规，参观了7个村庄，村级党组织3个单位。", ["制定", "参观", None]),
    ],
)
def test_actions(text: str, actions: list[str | None]) -> None:
    assert [c.action for c in claims_of(text)] == actions


def test_an_approximation_is_no_part_of_a_word() -> None:
    found = claims_of("全年节约30万元，签约12户，约有40人，近50人。")
    assert [c.approximation for c in found] == [None, None, None, "近"]


def test_a_quantity_placeholder_is_the_only_redacted_claim() -> None:
    text = "XX镇完成XX户改造。"
    redactions = (Redaction(0, 2, "place", "test"), Redaction(5, 7, "quantity", "test"))
    frame = Layout((), (), None, None, None, Span(0, 0), Span(0, len(text)), (), ())
    (claim,) = find_claims(Speech("test.txt", text), frame, redactions, (), LEXICON)
    assert (claim.start, claim.end, claim.subject) == (5, 7, "改造")


ALPHABET = (
    "完成增长下降到由占比上年亿元万人户个%百分点，。；：、\n “”（）X×*0123456789.一二三十百千约近超余多的了和等第前全市"
)


@settings(max_examples=200, deadline=None)
@given(st.text(ALPHABET, max_size=120) | st.text(max_size=120))
def test_claims_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    claims = claims_of(text)
    assert all(0 <= c.start < c.end <= len(text) for c in claims)
    assert all(a.end <= b.start for a, b in pairwise(claims))
    solid = "".join(text.split())
    printed = ((c.subject, c.action, c.comparison, c.period) for c in claims)
    assert all(words in solid for words in chain.from_iterable(printed) if words)
    assert all(
        c.redacted == (c.number is None or bool(HIDDEN.search(text[c.start : c.end]))) or not c.redacted for c in claims
    )


def test_a_long_line_without_punctuation_takes_linear_time() -> None:
    assert len(claims_of("完成35户改造" * 10_000)) == 10_000
