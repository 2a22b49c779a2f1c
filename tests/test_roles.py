"""Roles: what each point does; every sentence is ours."""

from __future__ import annotations

import pytest

from extractor.extract import extract
from extractor.records import Speech

TEXTS = [
    ("一、去年工作回顾\n（一）电网改造完成。\n（二）饮水得到保障。", "achievement achievement achievement"),
    ("二、存在的问题\n一是管护跟不上；二是资金缺口大。", "problem problem problem"),
    ("干下来有几点体会：一是必须依靠群众；二是必须公开透明。", "lesson lesson"),
    ("会议要求：一要管好水源；二要备足物资。", "directive directive"),
    ("下面，我讲两点意见。\n一、充分认识防汛工作的重要意义\n二、狠抓责任落实", "directive directive"),
    ("三、下一步工作打算\n1.修渠。\n2.打井。", "directive directive directive"),
    ("主要表现在：一是台账不全；二是巡查走过场。", "problem problem"),
    ("在此我郑重承诺：\n一是坚守信念。\n二是廉洁用权。", "directive directive"),
    ("一是村容更加整洁。二是邻里更加和睦。", "achievement achievement"),
    ("一、事故暴露了什么\n1.麻木。\n2.扯皮。", "problem problem problem"),
    ("二、今年怎么干\n1.门前三包。\n2.一路一长。", "directive directive directive"),
    ("作风上的表现：一是“庸”。点子少。二是“懒”。茶一杯。", "problem problem"),
    ("关于从中得到的启示。其一，必须依靠群众；其二，必须公开账目。", "lesson lesson"),
    ("我们最深的感受是：（1）没有水库，就没有今天的良田；（2）只有团结才能成事。", "lesson lesson"),
    ("二、不能等。等雨来，是最大的隐患。", "directive"),
    ("一是清理取消违规收费。二是减少跑腿次数。", "directive directive"),
    ("三个村可圈可点：一是东村，路修到了田头；二是西村，鱼塘承包到户。", "achievement achievement"),
    ("有两件事做得不漂亮：一是报表三个样；二是来信两月才回。", "problem problem"),
    ("1、目标偏了。2、方法旧了。", "problem problem"),
    ("一、信念是什么\n1.信念是一种选择。\n2.信念是一种坚持。", "other other other"),
    ("他们很希望留在本地：一是离家近；二是收入稳定。", "achievement achievement"),
    ("今天会议的主要内容：一是宣读表彰决定；二是代表发言。", "other other"),
]


@pytest.mark.parametrize(("text", "roles"), TEXTS)
def test_the_roles_of_points(text: str, roles: str) -> None:
    found = extract(Speech("example.txt", text)).items
    assert " ".join(item.role for item in found) == roles
    assert all(item.role_rule.startswith("roles.") for item in found)
