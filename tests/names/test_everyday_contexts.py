"""Names where notices of every day put them: after rare labels, trades and verbs, of minorities, and of people whom everybody knows."""

from __future__ import annotations

import pytest

from govredact import Engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def told(engine: Engine, text: str) -> dict[str, str]:
    """Names and their actions."""
    report = engine.scan(text.encode(), name="text.txt")
    return {f.value: f.action for f in (*report.findings, *report.filtered) if f.entity in ("PERSON", "PUBLIC_OFFICIAL")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我叫黄兴发，是大坪村村民", "黄兴发"),
        ("由村民小组长梁庆国代为签收", "梁庆国"),
        ("班组长吴定国违章指挥", "吴定国"),
        ("项目经理郑海涛未到岗", "郑海涛"),
        ("护林员韦陆山在巡山时摔伤", "韦陆山"),
        ("户主已变更为文小红", "文小红"),
        ("被执行人黄大明借款纠纷", "黄大明"),
        ("立遗嘱人：洪福来", "洪福来"),
        ("借阅人：路遥平", "路遥平"),
        ("遗属：折小兰", "折小兰"),
        ("申请执行人韦成功与被执行人黄大明借款纠纷一案", "韦成功"),
        ("犯罪嫌疑人揭阳平已被抓获", "揭阳平"),
        ("法定监护人练霓云", "练霓云"),
        ("受骗人米小兰报警", "米小兰"),
        ("姓名：鲁班华 车牌：贵H8D721", "鲁班华"),
        ("拟迁出户口：高旺兰", "高旺兰"),
    ],
)
def test_a_private_person_is_found(engine: Engine, text: str, name: str) -> None:
    assert told(engine, text).get(name) in ("review", "mask")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("户主：罗·巴特尔", ["罗·巴特尔"]),
        ("阿依古丽家的危房", ["阿依古丽"]),
        ("阿力木江同学获助学金", ["阿力木江"]),
        ("艾克拜尔·吾甫尔、热依汗·司马义自愿离婚", ["艾克拜尔·吾甫尔", "热依汗·司马义"]),
        ("代表：格桑卓玛、次仁旺堆、央金", ["格桑卓玛", "次仁旺堆", "央金"]),
        ("1\t乌日娜\t女\t蒙古族\t低保", ["乌日娜"]),
        ("岩温扁 男 傣族 1975-03", ["岩温扁"]),
        ("姓名：John Smith", ["John Smith"]),
        ("户主姓名\t金额\n王小明\t100\n李大山\t200\n侬丽珍\t300", ["王小明", "李大山", "侬丽珍"]),
    ],
)
def test_names_of_minorities_and_foreign_names_are_whole(engine: Engine, text: str, names: list[str]) -> None:
    assert [name for name, action in told(engine, text).items() if action != "allow"] == names


@pytest.mark.parametrize(
    "text",
    [
        "诵读李白、苏轼的诗词",
        "参观朱德故居",
        "毛泽东、周恩来、朱德等老一辈革命家",
        "向荣路、解放路封闭施工",
        "邓小平在南方谈话中提出",
        "学习邱少云、王进喜、孔繁森精神",
        "纪念孙中山先生诞辰",
        "赵一曼烈士",
        "例如：张三、李四、王五",
        "参观张飞庙",
        "发展环江香猪产业",
        "当事人：李记小吃店",
        "申请人：材料齐全",
        "姓名：Given Name 性别：",
        "教师\t男\t汉族\t12",
        "办理人：本人或者亲属",
        "嫌疑人成年后",
        "监护人同意书",
        "户\t男\t女\t汉族\t合计",
    ],
)
def test_what_everybody_knows_and_what_is_no_name_need_no_mask(engine: Engine, text: str) -> None:
    assert [name for name, action in told(engine, text).items() if action != "allow"] == []
