"""Names in tables as they are published: headers in two rows, drawn apart, repeated, missing; every way to write a table."""

from __future__ import annotations

import pytest

from govredact import Engine

NAMES = ("陈国强", "林晓燕", "周志明", "欧阳春梅", "吴丽", "买买提·艾力")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def names_in(engine: Engine, text: str) -> list[str]:
    return [text[f.start : f.end] for f in engine.scan_text(text) if f.entity == "PERSON"]


def rows(*columns: tuple[str, ...], separator: str = "\t") -> str:
    return "".join(separator.join(cells) + "\n" for cells in zip(*columns, strict=True))


NUMBERS = tuple(str(i) for i in range(1, len(NAMES) + 1))
VILLAGES = ("前进村", "李家湾村", "红旗村", "东风村", "张庄村", "双河村")
AMOUNTS = ("300", "450", "450", "600", "300", "300")
SEXES = ("男", "女", "男", "女", "女", "男")


@pytest.mark.parametrize("separator", ["\t", "|", ",", "    "])
@pytest.mark.parametrize("header", ["姓名", "姓 名", "户主姓名", "姓名（必填）", "救助对象"])
def test_under_a_header_of_names_every_name_is_found(engine: Engine, header: str, separator: str) -> None:
    text = separator.join(("序号", header, "所在村", "金额")) + "\n" + rows(NUMBERS, NAMES, VILLAGES, AMOUNTS, separator=separator)
    assert names_in(engine, text) == list(NAMES)


def test_headers_in_two_rows(engine: Engine) -> None:
    text = "基本信息\t\t\t\n序号\t姓名\t所在村\t金额\n" + rows(NUMBERS, NAMES, VILLAGES, AMOUNTS)
    assert names_in(engine, text) == list(NAMES)


def test_a_markdown_table(engine: Engine) -> None:
    text = "| 序号 | 姓名 | 所在村 |\n| --- | --- | --- |\n" + "".join(
        f"| {n} | {name} | {village} |\n" for n, name, village in zip(NUMBERS, NAMES, VILLAGES, strict=True)
    )
    assert names_in(engine, text) == list(NAMES)


def test_groups_of_columns_that_repeat(engine: Engine) -> None:
    text = "姓名\t金额\t姓名\t金额\n" + rows(NAMES[:3], AMOUNTS[:3], NAMES[3:], AMOUNTS[3:])
    assert sorted(names_in(engine, text)) == sorted(NAMES)


def test_a_list_without_header_by_gender_beside(engine: Engine) -> None:
    assert names_in(engine, rows(NUMBERS, NAMES, SEXES, VILLAGES, AMOUNTS)) == list(NAMES)


def test_a_list_without_header_by_form_alone(engine: Engine) -> None:
    assert names_in(engine, rows(NUMBERS, NAMES, VILLAGES, AMOUNTS)) == list(NAMES)


def test_a_continued_table_without_its_header(engine: Engine) -> None:
    text = "序号\t姓名\t所在村\t金额\n" + rows(NUMBERS, NAMES, VILLAGES, AMOUNTS) + "\n第2页\n\n"
    text += rows(("7", "8", "9"), ("王志刚", "李秀英", "赵建国"), VILLAGES[:3], AMOUNTS[:3])
    assert names_in(engine, text) == [*NAMES, "王志刚", "李秀英", "赵建国"]


def test_labels_in_a_column_with_values_beside_them(engine: Engine) -> None:
    assert names_in(engine, "姓名\t陈国强\n性别\t男\n配偶姓名\t林晓燕\n家庭住址\t前进村\n") == ["陈国强", "林晓燕"]


def test_labels_and_values_in_one_row(engine: Engine) -> None:
    assert names_in(engine, "姓名\t陈国强\t性别\t男\t民族\t汉\n") == ["陈国强"]


def test_several_names_in_one_cell(engine: Engine) -> None:
    text = "户主\t家庭成员\n陈国强\t林晓燕、陈小明、陈小红\n周志明\t吴丽，周天宇\n"
    assert names_in(engine, text) == ["陈国强", "林晓燕", "陈小明", "陈小红", "周志明", "吴丽", "周天宇"]


def test_a_name_drawn_apart_in_its_cell(engine: Engine) -> None:
    assert names_in(engine, "姓名\t性别\n吴 丽\t女\n周　明\t男\n") == ["吴 丽", "周　明"]


@pytest.mark.parametrize("word", ["张家界", "黄金周", "高兴", "万元", "常委会"])
def test_everyday_words_are_no_names_outside_a_column_of_names(engine: Engine, word: str) -> None:
    assert names_in(engine, f"{word}\n{word}，\t{word}\t12\n今年{word}、本次{word}和{word}。\n序号\t项目\n1\t{word}\n2\t{word}\n") == []


def test_columns_of_places_and_things_hold_no_names(engine: Engine) -> None:
    text = "地区\t产品\t数量\n" + rows(("江苏", "安徽", "金华", "黄山"), ("马铃薯", "金银花", "白芍", "方便面"), ("1", "2", "3", "4"))
    assert names_in(engine, text) == []
    assert names_in(engine, text.partition("\n")[2]) == []


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("停水区域", ("黄泥塝", "石小路", "高滩岩", "高庙村口", "江南岸")),
        ("品名", ("黄芩", "白术", "毛尖", "江鱼", "龙须菜")),
        ("生产厂家", ("康力诺", "白石岭", "方盛", "金盛", "江源")),
        ("考场", ("文华楼", "明理楼", "方正楼", "文华楼", "致远楼")),
        ("", ("青石", "白沙", "黄荆", "金滩", "高坝")),
    ],
)
def test_headers_of_things_and_unlikely_names_make_no_column_of_names(engine: Engine, header: str, cells: tuple[str, ...]) -> None:
    top = f"{header}\t数\n" if header else ""
    assert names_in(engine, top + "".join(f"{cell}\t12\n" for cell in cells)) == []


@pytest.mark.parametrize("text", ["水稻品种：黄华占、白香粳、金优桂", "途经站点：黄花岗—石井—高塘", "疫苗：康希诺、科兴"])
def test_what_is_listed_behind_a_label_of_things_is_nobodys_name(engine: Engine, text: str) -> None:
    assert names_in(engine, text) == []


def test_a_name_that_goes_on_below_employers_is_none_and_a_person_among_suppliers_is_found(engine: Engine) -> None:
    assert names_in(engine, "工作单位\t人数\n金龙客车厂\t12\n安康医院\t3\n") == []
    assert names_in(engine, "供应商名称\t金额\n陈国强\t300\n宏远路桥有限公司\t4500\n") == ["陈国强"]
    assert names_in(engine, "品种\t负责\n黄桃（陈国强培育）\t3\n白梨\t4\n") == ["陈国强"]


@pytest.mark.parametrize("header", ["结对责任户", "受聘教师", "包保对象", "入驻讲师", "选派人员"])
def test_headers_that_end_as_those_of_persons_are_read_in_short_tables_too(engine: Engine, header: str) -> None:
    assert names_in(engine, f"序号\t{header}\t金额\n1\t陈国强\t300\n2\t林晓燕\t400\n") == ["陈国强", "林晓燕"]


def test_a_label_in_brackets_is_a_remark_on_the_header(engine: Engine) -> None:
    text = "序号\t户主（申请人）\t联系电话（申请人）\n1\t辛劳\t13812345678\n2\t原野\t13912345678\n"
    assert names_in(engine, text) == ["辛劳", "原野"]
    assert [text[f.start : f.end] for f in engine.scan_text(text) if f.entity == "CN_MOBILE"] == ["13812345678", "13912345678"]


def test_a_list_of_people_one_a_line_holds_rare_names_too(engine: Engine) -> None:
    assert names_in(
        engine, "一、个人\n1. 陈国强（男，工人）\n2. 明安有（男，农民）\n3. 林晓燕（女，学生）\n4. 周志明（男）\n二、集体\n"
    ) == [
        *("陈国强", "明安有", "林晓燕", "周志明"),
    ]
    assert names_in(engine, "主任：陈国强\n林晓燕　财政局副局长\n周志明　水利局副局长\n赵建国　司法局副局长\n") == []


def test_the_author_of_a_work_in_a_list_is_private_and_that_of_a_notice_is_not(engine: Engine) -> None:
    assert names_in(engine, "作品\t作者\t奖项\n春天\t陈国强\t一等\n夏天\t林晓燕、周志明\t二等\n") == ["陈国强", "林晓燕", "周志明"]
    assert names_in(engine, "作者：陈国强") == []


def test_a_date_right_of_a_kind_of_person_is_what_its_header_says(engine: Engine) -> None:
    text = "姓名\t身份类别\t出生日期\n陈国强\t烈士遗属\t1950-09-17\n林晓燕\t参战退役人员\t1969-02-04\n"
    assert [text[f.start : f.end] for f in engine.scan_text(text) if f.entity == "BIRTH_DATE"] == ["1950-09-17", "1969-02-04"]


def test_totals_and_remarks_in_a_column_of_names_are_none(engine: Engine) -> None:
    assert names_in(engine, "姓名\t金额\n陈国强\t300\n小计\t300\n合计\t300\n以下空白\t\n无\t\n同上\t\n") == ["陈国强"]


@pytest.mark.parametrize(
    "header",
    [
        *("户主名", "业主", "住户", "户代表", "权属人", "宅基地使用人", "搬迁户", "边缘户", "社员", "种粮户", "优抚对象"),
        *("学生", "获奖学生", "拟录取人员", "父亲", "母亲", "产妇", "继承人", "退役军人", "退休人员", "失业人员", "工伤职工"),
    ],
)
def test_headers_of_who_owns_receives_studies_serves_or_is_related(engine: Engine, header: str) -> None:
    text = f"序号\t{header}\t所在村\t金额\n" + rows(NUMBERS, NAMES, VILLAGES, AMOUNTS)
    assert names_in(engine, text) == list(NAMES)


def test_a_word_is_a_name_in_a_column_of_names(engine: Engine) -> None:
    words = ["陈国强", "阳光", "林晓燕", "凤凰", "周志明"]
    assert names_in(engine, "序号\t姓名\n" + "".join(f"{number}\t{name}\n" for number, name in enumerate(words))) == words
    assert names_in(engine, "户主,身份证号\n甘露,330106********2415\n") == ["甘露"]
    assert names_in(engine, "户主,所在村\n集体,前进村\n学校,双河村\n阳光,东风村\n") == []


def test_the_label_behind_a_name_is_no_second_name(engine: Engine) -> None:
    assert names_in(engine, "业主：陈国强，房号：3-2-1102") == ["陈国强"]


def test_a_column_of_counts_under_such_a_header_holds_no_names(engine: Engine) -> None:
    assert names_in(engine, "学校\t学生\t职工\n第一小学\t1200\t80\n第二小学\t900\t60\n") == []


def test_the_party_stays_and_the_guardian_goes() -> None:
    penalty = "序号\t违法主体\t违法行为\n1\t陈国强\t无证经营\n2\t林晓燕\t占道经营\n"
    assert Engine(policy="penalty").mask_bytes(penalty.encode(), "处罚.tsv").decode() == penalty
    aid = "姓名\t学校\t年级\t监护人\t家长姓名\n陈国强\t前进大学\t大一\t林晓燕\t周志明\n"
    masked = Engine(policy="student-aid").mask_bytes(aid.encode(), "资助.tsv").decode()
    assert masked == "姓名\t学校\t年级\t监护人\t家长姓名\n陈国强\t前进大学\t大一\t\t\n"
