"""The patterns by which the speaker is told; each says what it finds and what it leaves alone."""

from __future__ import annotations

from extractor.rule import Rule

LEVEL, BODY = "speaker_level", "speaker_body"
_AREAS = r"省|市|州|盟|县|区|旗|镇|乡|街道|村|社区"

REPRESENTS = Rule(
    "speaker.represents",
    r"[我谨并特受](?:(?<!受)(?:谨|仅|再次|们)?代表(?P<who>[^，。！？；：\n]{2,30}?)(?=[，。！？；：\n]|向|对|讲|作|表示|致以|欢迎|祝|提|汇报|宣|郑重|谈|给|就|再讲)|(?<=受)(?P<whose>[^，。！？；：\n]{2,24}?)的?(?:委托|委派))",
    {"现在，我代表区政府向大会作工作报告": ("我代表区政府",), "受县委常委会委托，我讲三点。": ("受县委常委会委托",)},
    ("他是全国人大代表。",),
    "ANNOTATION.md §1: “我代表市委”",
)
LED = Rule(
    "speaker.led",
    rf"在(?P<up>(?:[^，。；\n]{{0,12}}(?:{_AREAS})(?:委|党委|政府|人民政府)[、和及与]{{0,1}}){{1,5}})[^，。；\n]{{0,8}}的?(?:坚强|正确|统一|直接)?领导",
    {"在市委、市政府和区委的坚强领导下": ("在市委、市政府和区委的坚强领导",)},
    ("在市委大院开会。",),
    "ANNOTATION.md §1: levels above that the text looks up to",
)
GUIDED = Rule(
    "speaker.guided",
    r"(?P<up>中央|省委|自治区党委|市委|州委|盟委|县委|区委|旗委|省|市|县|区)(?:主题教育|党史学习教育|活动办|学习教育|巡回)?(?:第[^，。；组\n]{1,3})?(?:巡回)?(?:指导组|督导组|巡视组|巡察组|督查组|督察组)",
    {"省委第X巡回指导组的同志": ("省委第X巡回指导组",), "市督导组三次暗访": ("市督导组",)},
    ("各指导组要加强指导。",),
    "ANNOTATION.md §1: “省委第X巡回指导组” bounds the level from above",
)
SELF = Rule(
    "speaker.self-reference",
    r"[我本咱全](?<![健安完齐周基根成资][本全])们?(?P<area>省|市|州|盟|县|区|旗|镇|乡|街道|村|社区)(?![长场]|民(?!生|政|主|营|间|俗|族|兵|警))",
    {"我县去年完成投资，全县上下齐心。": ("我县", "全县")},
    ("全面完成任务。", "全国人民都在看。", "创建安全社区，健全村规民约。"),
    "ANNOTATION.md §1: “全市…我们”",
)
COMMITTEE = Rule(
    "speaker.committee",
    r"(?P<area>省|市|州|盟|县|区|旗|镇|乡|街道)(?:委(?!员|托|办|会|派)|[党Xx×*]委|党工委|政府|人民政府|局(?!面|势|限|部|长))(?<![小社园校片景辖灾地发新各]区委)",
    {"县委、县政府决定召开会议": ("县委", "县政府")},
    ("小区委托物业管理。",),
    "ANNOTATION.md §1.3: the committee or government that a text keeps naming is its own or the one above",
)
UNIT = Rule(
    "speaker.unit",
    r"(?P<area>省|市|州|县|区|旗)(?!委|长|场|直)[\u4e00-\u9fff]{2,9}?(?:(?<![布格结大全当变残开])局|厅)(?![长势面限部])",
    {"市机关事务管理局认真学习": ("市机关事务管理局",)},
    ("市场局势平稳。", "推进区域化布局。", "关系全县的大局。"),
    "the bureaus that a text names are mostly its own territory's",
)
RANKED = Rule(
    "speaker.ranks",
    r"县处级|处级|县级(?:以上)?(?:领导)?干部|县级领导|乡科级|科级|正科|副科",
    {"全体县处级以上领导干部": ("县处级",), "科级干部要带头": ("科级",)},
    ("干部要带头。",),
    "Civil Servant Law, article 19: ranks of leading posts; ANNOTATION.md §1: “我X县处级以上领导干部”",
)
NATIONAL = Rule(
    "speaker.national",
    r"代表(?:党中央|中共中央|国务院|全国人大常委会|中央军委|中央人民政府)|受(?:国务院|中共中央)[^，。\n]{0,8}委托|国务院总理|国家主席|中共中央总书记",
    {"我代表国务院，向大会报告政府工作": ("代表国务院",)},
    ("国务院出台了政策。",),
    "ANNOTATION.md §1.2: national",
)
ELECTED = Rule(
    "speaker.elected",
    r"(?:选举|任命|推选|选|决定|安排|让|派)我(?:为|担任|任|做|当选|出任|到|来|接过|接任|继任|就任|主持)(?P<office>[^，。；\n]{0,20}?(?:[省市州盟县区旗镇乡]长|主任|主席|书记|院长|检察长|会长))",
    {
        "大会选举我为某某乡人民政府乡长": ("选举我为某某乡人民政府乡长",),
        "组织上安排我接任某镇党委书记": ("安排我接任某镇党委书记",),
    },
    ("选举主任三人。",),
    "ANNOTATION.md §1.1: 当选表态 tells the office",
)
POSTED = Rule(
    "speaker.own-office",
    r"""(?:我这个|我作为|我身为|我是|作为(?<![\u4e00-\u9fff]..)(?=[^，。；！？\n]{2,20}，我(?![们国省市县区镇乡村]))|身为(?<![\u4e00-\u9fff]..)(?=[^，。；！？\n]{2,20}，我(?![们国省市县区镇乡村]))|担任(?=[^，。；！？\n]{2,16}(?:职务|一职)))
        (?P<office>[^，。；！？：\n]{0,14}?(?:书记|[省市州盟县区旗镇乡]长|[局院校厅]长|主任|主席|董事长|经理|检察长|村支书))(?=[，。；来今到在、要]|，我|职务|一职)""",
    {
        "我这个镇党委书记今天来讲一课。": ("我这个镇党委书记",),
        "作为县委书记，我首先检讨。": ("作为县委书记",),
        "三年前受命担任区水利局局长职务。": ("担任区水利局局长",),
    },
    ("作为支部书记，要带头落实。", "作为书记，我们要带头。"),
    "seen: party lectures and self-criticism, in which the speaker names the own office",
)
WATCHED = Rule(
    "speaker.watched",
    r"在[^。\n]{0,12}人大[^。，\n]{0,8}政协[^。，\n]{0,10}(?:监督|支持)",
    {"在区人大、政协的监督支持下": ("在区人大、政协的监督支持",)},
    ("人大、政协领导出席。",),
    "a government's report thanks people's congress and CPPCC",
)
DEPUTIES = Rule(
    "speaker.deputies",
    r"各位代表(?<![^\n\ ]各位代表)[，、：！]",
    {"各位代表：\n现在": ("各位代表：",)},
    ("各位委员：",),
    "whom a government's report addresses",
)
CONVENED = Rule(
    "speaker.convened",
    r"(?P<who>[省市州盟县区旗镇乡][党Xx×*]{0,2}委|党工委|[省市州盟县区旗镇乡](?:人民)?政府)(?:、[^，。\n]{1,8}政府)?[^，。\n]{0,6}(?:决定|同意|研究)",
    {
        "市委、市政府决定召开这次会议": ("市委、市政府决定",),
        "经市政府同意，今天开会": ("市政府同意",),
        "经镇X委研究，今天开会": ("镇X委研究",),
    },
    ("市委书记到会讲话。",),
    "seen: the body that convenes is mostly the one that speaks; of two the first named",
)
BUREAU = Rule(
    "speaker.bureau-convened",
    r"(?:按照|根据|经)[^，。；\n]{0,4}(?:局|厅)党[委组]会?的?(?:工作)?(?:安排|部署|研究|决定|要求)",
    {
        "按照局党委的工作安排，今天开会": ("按照局党委的工作安排",),
        "经局党组研究，今天召开动员会": ("经局党组研究",),
    },
    ("局党组要加强领导。",),
    "seen: the leading group of a bureau convenes its own conferences",
)
ATTENDED = Rule(
    "speaker.attended-above",
    r"(?:参加|收听收看|收看|收听|收听、收看|列席)了(?:全)?(?P<up>市|县)(?:里|委|政府)?的?[^，。；、\n]{0,24}(?:会议|大会|会)",
    {
        "刚才，我们收听收看了全市防汛视频会议": ("收听收看了全市防汛视频会议",),
        "昨天我参加了市里的专题会议": ("参加了市里的专题会议",),
    },
    ("参加全市会议的同志都到了。", "大家收看了全国会议。"),
    "ANNOTATION.md §1: levels above that the text looks up to; a city's own conference is held, not attended",
)
CHIEF = Rule(
    "speaker.chief-spoke",
    r"刚才(?=[^。！\n]{0,90}[省市州盟县区旗镇乡]长)[^。！\n]{0,90}?(?<![副省市州盟县区旗镇乡])(?P<area>[省市州盟县区旗镇乡])长"
    r"(?!助理|办|效|期|远|足|处|官)[^。，；]{0,10}?(?:作了|对|就|讲|强调|传达|部署|安排|总结|提出)(?![^。，；]{0,8}(?:表态|发言|检讨|汇报))",
    {"刚才，某县长对防汛作了部署，我完全同意。": ("刚才，某县长对",)},
    ("刚才，某副县长作了部署。", "刚才，三个镇镇长作了表态发言。", "县长强调要抓好落实。"),
    "seen: the head of the government has spoken already; who speaks after him is the party's secretary",
)
HOSTS = Rule(
    "speaker.hosts",
    r"(?:开工|奠基|签约|投产|竣工|通车|招商)[^。\n]{0,4}(?:仪式|典礼|大会|推介)|(?:媒体|新闻界)[^。\n]{0,4}朋友|各位记者",
    {"隆重举行产业园开工仪式": ("开工仪式",), "各位媒体朋友": ("媒体朋友",)},
    ("企业要按期开工。",),
    "seen: at openings of works and before the press the government speaks for committee and government",
)
ASSEMBLY = Rule(
    "speaker.assembly",
    r"(?P<whose>[^，。：\n]{2,20})第[^，。\n]{1,4}届[^，。\n]{0,12}(?:代表大会|委员会)",
    {"某集团工会第四届会员代表大会第一次会议": ("某集团工会第四届会员代表大会",)},
    ("代表大会闭幕。",),
    "the name of a congress tells whose it is",
)
NATION = Rule(
    "speaker.nation",
    r"我国(?!旗下)|国民经济和社会发展|国内生产总值|中央财政|中央预算|全国财政",
    {"我国经济持续发展": ("我国",), "中央财政超收": ("中央财政",)},
    ("我县经济持续发展",),
    "ANNOTATION.md §1.2: national, where no smaller area is spoken of",
)

BESIDE = Rule(
    "speaker.beside-chief",
    r"我[和同与](?:我们)?[^，。；\n]{1,4}(?P<area>[省市州盟县区旗镇乡])长(?![期远效处])",
    {"今天我和李县长一起来看望大家": ("我和李县长",)},
    ("我和大家一起想长远",),
    "seen: who comes with the head of the government is the party's secretary",
)
FOLLOWED = Rule(
    "speaker.secretary-follows",
    r"(?:待会|稍后|等下|等会|一会|随后|接下来|最后)儿?，?[^。，]{0,6}书记[^。，]{0,4}(?:将|要|会)[^。]{0,6}(?:讲话|强调)",
    {"待会王书记还将作重要讲话，大家要抓好落实。": ("待会王书记还将作重要讲话",)},
    ("王书记作了重要讲话。",),
    "seen: who speaks before the party's secretary is mostly of the government",
)

RULES = (
    FOLLOWED,
    BUREAU,
    ATTENDED,
    BESIDE,
    REPRESENTS,
    LED,
    GUIDED,
    SELF,
    COMMITTEE,
    UNIT,
    RANKED,
    NATIONAL,
    ELECTED,
    POSTED,
    WATCHED,
    DEPUTIES,
    CONVENED,
    CHIEF,
    HOSTS,
    ASSEMBLY,
    NATION,
)
