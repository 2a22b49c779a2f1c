"""Dates of delivery, years in titles, numbers of documents."""

from __future__ import annotations

from extractor.fields.year.verdicts.verdict import GUIDE, verdict

STATED = (
    verdict(
        "date-line",
        "a date on its own line, or in brackets in the head, is the date of delivery",
        {"在全县工作会议上的讲话\n（2018年5月2日）\n同志们：\n开会。": ("2018年5月2日",)},
        ("同志们：\n我们从2018年5月2日起开展整治。",),
        "GB/T 9704-2012 §7.3.6",
    ),
    verdict(
        "title",
        "a year in the title is the year of delivery",
        {
            "在2021年全市安全生产会议上的讲话\n同志们：\n开会。": ("2021年",),
            "2021全县护林推进会讲话\n同志们：\n开会。": ("2021",),
        },
        ("在全市安全生产会议上的讲话\n同志们：\n2021年很关键。",),
        GUIDE,
    ),
    verdict(
        "review-title",
        "a year under review in the title: delivered at its end or soon after",
        {"2019年度党建工作述职报告\n同志们：\n现在述职。": ("2019年度",)},
        ("2019年全市工作会议讲话\n同志们：\n开会。",),
        GUIDE,
    ),
    verdict(
        "signature",
        "a date that ends the text after the signing body",
        {"同志们：\n大家努力。\n" + "一定要抓好落实。" * 40 + "\n某县委办公室  2021年3月": ("2021年3月",)},
        ("同志们：\n2021年3月，我们开始整改。\n大家努力。",),
        "GB/T 9704-2012 §7.3.5",
    ),
    verdict(
        "issue",
        "the year of a bulletin's issue",
        {"县委通报\n〔2017〕第3期\n同志们：\n开会。": ("〔2017〕",)},
        ("同志们：\n开会。" + "大家要抓好落实。" * 50 + "按照国发〔2010〕23号文件执行。",),
        "seen: a bulletin cover above the speech",
    ),
    verdict(
        "upload-date",
        "the day of an upload bounds the speech from above",
        {
            "来源：文稿网 2023/4/21\n同志们：\n开会。": ("2023/4/21",),
            "在全镇植树会上的讲话\n时间：2022-03-14 09:10:00\n同志们：\n开会。": ("2022-03-14",),
            "在全镇植树会上的讲话\n时间：2022-03-14 09:10:00 讲话稿 投稿\n同志们：\n开会。": ("2022-03-14",),
        },
        ("同志们：\n会议在2023/4/21召开。", "在全镇植树会上的讲话\n（2022-03-14）\n同志们：\n开会。"),
        GUIDE,
    ),
    verdict(
        "upload-month",
        "the month of the report is the month of the meeting that it names",
        {"来源：宣教中心 2023/4/21\n省厅召开4月例行发布会": ("2023/4/21",)},
        ("来源：文稿网 2023/4/21\n同志们：\n开会。",),
        "seen: the report of a monthly press conference under its date of publication",
    ),
    verdict(
        "decade",
        "201X年 leaves ten years",
        {"同志们：\n201X年，我县完成改造。": ("201X年",)},
        ("同志们：\n20XX年，我县完成改造。",),
        "VARIANTS.md: half hidden years",
    ),
    verdict(
        "document-number",
        "a year in the name or number of a document is past",
        {"同志们：\n要落实《三年规划（2018—2020年）》。": ("2018—2020年",)},
        ("同志们：\n要落实三年规划。",),
        GUIDE,
    ),
    verdict(
        "document-of-year",
        "a notice about the work of a year is read out in it",
        {
            "同志们：\n刚才宣读了《关于开展2008年安全生产月活动的通知》。": ("2008年",),
            "同志们：\n一是传达《某镇2008年护林工作意见》。": ("2008年",),
        },
        ("同志们：\n刚才宣读了《关于开展安全生产月活动的通知》。", "同志们：\n要落实《某镇2008年护林工作意见》。"),
        "seen: a mobilisation at which the year's notice is read",
    ),
)
