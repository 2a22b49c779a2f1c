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
    ("今天会议的主要内容：一是宣读表彰决定；二是代表发言。", "other other"),
]


@pytest.mark.parametrize(("text", "roles"), TEXTS)
def test_the_roles_of_points(text: str, roles: str) -> None:
    found = extract(Speech("example.txt", text)).items
    assert " ".join(item.role for item in found) == roles
    assert all(item.role_rule.startswith("roles.") for item in found)
