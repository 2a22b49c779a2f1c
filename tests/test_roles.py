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
    ("一是道路事故有所增加。二是信访案件持续上升。", "problem problem"),
    ("一是落实迟缓问题依然突出。今年已完成3个。", "problem"),
    ("一是班子比较重视。制定了方案。二是准备比较充分。开展了走访。", "achievement achievement"),
    ("一是道路事故持续下降。二是信访案件减少。", "achievement achievement"),
    ("一、信念是什么\n1.信念是一种选择。\n2.信念是一种坚持。", "other other other"),
    ("他们很希望留在本地：一是离家近；二是收入稳定。", "achievement achievement"),
    ("一是整改落实不到位。二是坚持原则不够。三是解决积案不彻底。", "problem problem problem"),
    ("一是防止落实不到位。二是着力解决服务不主动。", "directive directive"),
    (
        "集中解决三个突出问题：一是进一步提升效能，切实解决办事拖拉、互相推诿问题；二是进一步改进文风，切实解决空话连篇、长话套话问题。",
        "directive directive",
    ),
    ("一、食品安全必须常抓不懈\n首先，这是群众健康的需要。其次，这是产业发展的需要。", "directive other other"),
    ("下面我将从三个方面给大家讲授这堂课。\n1.党章的性质\n党章是总章程。", "other"),
    (
        "一、一年来，我们致力于修路架桥\n修路30公里。\n二、一年来，我们致力于育才兴教\n招师20名。",
        "achievement achievement",
    ),
    ("三、展望未来，再创辉煌", "directive"),
    ("一、《报告》起草情况\n市政府成立了起草小组。", "other"),
    ("一是矛盾虽有所缓解，但尚未根本解决。二是水源虽然足了，却送不到田里。", "problem problem"),
    (
        "今后两年应当注意以下的问题。\n第一，正确处理修路和护林的关系。\n第二，正确处理栽树和养畜的关系。",
        "directive directive",
    ),
    ("上半年招商工作有两个特点：一是领导带头。二是全员上阵。", "achievement achievement"),
    ("一要补短板，缺什么就补什么。二要练本领，干什么就学什么。", "directive directive"),
    (
        "各位代表：\n去年工作回顾\n过去的一年，全乡上下齐心。\n一、做强特色产业\n种茶两千亩。\n二、建好农村道路\n修路30公里。\n"
        "今年工作安排\n一、做强特色产业\n再种茶一千亩。",
        "achievement achievement directive",
    ),
    (
        "某镇上半年工作总结\n一、突出四项重点工作，努力打造富裕镇\n1、推进茶叶生产。新栽茶园两千亩。",
        "achievement achievement",
    ),
    ("一是继续保持了粮食增产。二是水利设施进一步加强。", "achievement achievement"),
    ("具体内容有两项：一是镇长作总结；二是表彰先进。", "other other"),
    ("有两个没有想到：一是没有想到订单这么多；二是没有想到游客这么旺。", "achievement achievement"),
    ("现将学习领悟情况汇报如下：\n一、扎实读原文\n二、认真抓转化", "directive directive"),
    ("三、反面典型案例剖析情况\n某支书侵占粮款。", "problem"),
    ("今天召开警示教育大会，主要目的有两方面，一是以案为鉴；二是节前提醒。", "other other"),
    ("在节日来临之际，我们在这里隆重集会，一是缅怀先辈，二是表彰先进。", "other other"),
    ("从现状看，主要表现为“两性”。一是时间上表现为紧迫性。二是问题上表现为复杂性。", "problem problem"),
    ("一、形势逼人，务必以铁的决心打赢硬仗\n一是进度滞后。二是资金短缺。", "directive problem problem"),
    ("（一）开展整顿是确保队伍忠诚的迫切需要。\n（二）开展整顿是回应期盼的必然要求。", "other other"),
    ("第一，成立联合会是大势所趋、众望所归\n企业是市场的主体。", "other"),
    ("一、聚焦薄弱环节\n二、排查重点隐患", "directive directive"),
    ("我主要汇报3个方面：\n一、创新方式，武装头脑\n二、树立新风，建强阵地", "achievement achievement"),
    ("现将学习、收获和体会等情况总结如下：\n一、珍惜机会接受锻炼\n二、坚持学习毫不松懈", "achievement achievement"),
    ("全体会议开得很好，现将学习情况汇报如下：\n一、扎实读原文\n二、认真抓转化", "directive directive"),
    ("结合自己的工作体会，提出以下两点建议：\n第一，要放开手脚。\n第二，要修好水渠。", "directive directive"),
    ("还存在一些问题，需要引起大家高度重视：一是被动。二是拖沓。", "problem problem"),
    ("归纳起来，差在两个方面。\n一是差在眼界上。\n二是差在手脚上。", "problem problem"),
    ("有两个鲜明的特点。\n一是嗅觉敏锐。\n二是作风朴实。", "achievement achievement"),
    ("现将工作推进情况汇报如下。\n一、切实加强领导\n二、全面开展调查", "achievement achievement"),
    ("（一）深刻剖析信念滑坡的危害。\n（二）认真汲取失管失察的苦果。", "directive directive"),
    ("一是少数支书不了解村情。二是多数台账没人管。", "problem problem"),
    ("一、正视差距，增强抓粮的紧迫感\n一是仓储设施滞后。", "directive problem"),
    ("第一，开展整治是落实上级要求的重要举措。\n第二，开展整治是净化队伍的关键抓手。", "other other"),
    ("一、关于上半年招商工作的特点", "achievement"),
    ("一、对过去的成绩，要充分肯定\n（一）村里路灯亮了。\n（二）家家井水甜了。", "directive achievement achievement"),
    ("下面，我强调两点。这种稻子有两大特点：一是株型。二是粒形。", "other other"),
    ("开一次经验交流会，主要目的有两个，一是听听大家的想法；二是互相借鉴。", "other other"),
    ("和大家分享几点感悟和体会。\n一、为什么要爱护古树", "other"),
    ("一、充分认识青年工作的重要性\n第一，青年是村庄的希望所在。第二，青年是抗洪的中坚力量。", "directive other other"),
    ("下面，我强调两点：\n一、形势严峻，务必绷紧这根弦\n二、对照清单，限期办结销号", "directive directive"),
    ("一是进度滞后，必须加快。二是台账混乱。", "problem problem"),
    ("今天会议的主要内容：一是宣读表彰决定；二是代表发言。", "other other"),
]


@pytest.mark.parametrize(("text", "roles"), TEXTS)
def test_the_roles_of_points(text: str, roles: str) -> None:
    found = extract(Speech("example.txt", text)).items
    assert " ".join(item.role for item in found) == roles
    assert all(item.role_rule.startswith("roles.") for item in found)
