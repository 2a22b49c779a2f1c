"""What pages, sites and converters leave in a text: footers, menus, addresses, tags."""

from __future__ import annotations

from typing import Literal

from extractor.rule import Rule

Reach = Literal["mark", "head", "line"]

INLINE: tuple[tuple[str, Reach, Rule], ...] = (
    (
        "breadcrumb",
        "line",
        Rule(
            "noise.breadcrumb",
            r"^[^。；\n]{0,20}(?:首页|位置)[^。；\n]{0,20}[>»›][^。；\n]{1,40}$|^[^。；，\n>]{2,12}>>?[^。；，\n>]{1,20}>[^。；，\n]{1,20}$",
            {"首页 > 讲话范文 > 正文": ("首页 > 讲话范文 > 正文",)},
            ("发病率A>B，要重视。",),
            "seen: the path of menus above an article",
        ),
    ),
    (
        "url",
        "head",
        Rule(
            "noise.url",
            r"(?:https?[：:]//|www\.)[A-Za-z0-9_./?=&%+-]{3,120}|(?<![\w@.])[a-zA-Z0-9-]{2,30}\.(?:com|cn|net|org)(?:\.cn)?(?![a-zA-Z0-9])",
            {
                "文秘站 www.example.cn 在全县会议上的讲话": ("www.example.cn",),
                "一、修渠 www.example.cn": ("www.example.cn",),
            },
            ("要建好门户网站。",),
            "ANNOTATION.md §5: URLs",
        ),
    ),
    (
        "paid",
        "mark",
        Rule(
            "noise.paid",
            r"\#\#[a-zA-Z]{2,20}\#\#",
            {"##paidbegin##\n一、提高认识": ("##paidbegin##",)},
            ("# 在会议上的讲话",),
            "ANNOTATION.md §5: ##paidbegin##",
        ),
    ),
    (
        "page",
        "mark",
        Rule(
            "noise.page-line",
            r"^[ ]*[-—][ ]*\d{1,3}[ ]*[-—][ ]*$",
            {"抓好项\n— 12 —\n目建设": ("— 12 —",), "- 3 -": ("- 3 -",)},
            ("—— 3个项目开工。",),
            "VARIANTS.md: page footers in mid-sentence; GB/T 9704-2012 7.5: page numbers between dashes",
        ),
    ),
    (
        "page",
        "mark",
        Rule(
            "noise.page-count",
            r"""[【（]?第?[ ]?\d{1,3}[ ]?页[ /，、]{0,2}[（]?共[ ]?\d{1,3}[ ]?页[】）]?
                |^[ ]*[第共][ ]?\d{1,3}[ ]?页[ ]*$""",
            {"抓好项第1页 共10页目建设": ("第1页 共10页",), "第12页": ("第12页",)},
            ("请大家翻到讲义第3页。",),
            "VARIANTS.md: page footers in mid-sentence",
        ),
    ),
    (
        "continued",
        "mark",
        Rule(
            "noise.continued",
            r"[（【]\s?(?:下转|上接|转载自)[^（）【】\n]{1,20}[）】]",
            {"抓紧兑现。（下转第3版）": ("（下转第3版）",)},
            ("会后请各组转载到学习平台。",),
            "seen: turn notes of a newspaper page",
        ),
    ),
    (
        "length",
        "mark",
        Rule(
            "noise.length",
            r"[（【]?(?:全文|本文)(?:共|约|共计)?[ ]?\d+[ ]?字[^\n]{0,40}$|（\d{3,5}字）|^[ ]*[\d.]+[ ]?[KM]B[ ]*$",
            {
                "(全文共3862字,试读部分到此结束)": ("（全文共3862字，试读部分到此结束）",),
                "在全县会议上的讲话(2549字)": ("（2549字）",),
            },
            ("《决定》全文共十五个部分。",),
            "seen: the length of the text that a site sells",
        ),
    ),
    (
        "format",
        "mark",
        Rule(
            "noise.format",
            r"本文格式为[A-Za-z]+版[，]?下载可任意编辑|-{2,}（?此处(?:为试读|隐藏)[^\n]{0,30}-{2,}",
            {"本文格式为Word版,下载可任意编辑总经理讲话": ("本文格式为Word版，下载可任意编辑",)},
            ("下载安装应用程序。",),
            "seen: a site's note of the file's format, between footer and title",
        ),
    ),
    (
        "stock",
        "line",
        Rule(
            "noise.stock",
            r"^[ ]*[A-Z]{1,3}-?\d{3,8}[ .…·-]{0,8}(?:全文)?\d*字?(?:\d+片)?[ ]*$",
            {"B3637……全文1820字9片": ("B3637……全文1820字9片",)},
            ("G318国道全线贯通。",),
            "VARIANTS.md: stock numbers",
        ),
    ),
    (
        "image",
        "mark",
        Rule(
            "noise.image",
            r"！\[[^\]\n]{0,80}\][（(][^（）()\n]{0,200}[）)]",
            {"![](images/a1.jpg)": ("！[]（images/a1.jpg）",)},
            ("大家加油！",),
            "seen: Markdown made from a PDF",
        ),
    ),
    (
        "markup",
        "mark",
        Rule(
            "noise.markup",
            r"""</?[a-zA-Z][^<>\n]{0,200}>|^l>|\[标签：[^\]\n]{1,10}\]|&(?:nbsp|amp|lt|gt|quot)[;；]
                |@?[\w.\ -]{1,30}\{[^{}\n]{0,300}\}""",
            {"<br>一、提高认识": ("<br>",), "p.western { margin 1in } 讲话": ("p.western { margin 1in }",)},
            ("温度<37度方可入场。",),
            "seen: tags and style sheets left in the text",
        ),
    ),
    (
        "markup",
        "mark",
        Rule(
            "noise.heading-mark",
            r"^\#{1,6}[ ]",
            {"# 在会议上的讲话": ("# ",)},
            ("C# 培训班",),
            "seen: Markdown heading marks",
        ),
    ),
    (
        "caption",
        "line",
        Rule(
            "noise.caption",
            r"""^[^\n]{4,150}(?:记者|通讯员)[ ]?[^。\n]{2,12}[ ]摄[ ]*$
                |^[ （]*(?:新华社|人民网|本报)?(?:记者|通讯员)[ ：][^。，\n]{2,12}[）]?$""",
            {"5月1日，领导在某地考察。某社记者 张某 摄": ("5月1日，领导在某地考察。某社记者 张某 摄",)},
            ("我们接受了记者采访。",),
            "seen: the caption of a photograph before the title",
        ),
    ),
)

PINYIN = Rule(
    "noise.pinyin",
    r"（[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}）",
    {"要抓(zhua)好落实(shi)。": ("（zhua）", "（shi）")},
    ("发展绿色金融（ESG）。",),
    "VARIANTS.md: pinyin in brackets after words",
)
