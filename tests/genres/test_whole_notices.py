"""Whole synthetic notices of each genre: what its policy keeps, what it takes away, and which genre is guessed (DOMAIN section 5)."""

from __future__ import annotations

import io
from typing import NamedTuple

import pytest

import govredact
from govredact.documents import Limits, open_document

ID, CHILD_ID = "330122197903093562", "330106201503126387"
HOME, PHONE, ACCOUNT = "青山县三合乡前进村6组19号", "13824251196", "150887460995180"


class Notice(NamedTuple):
    """A notice, the words that its policy keeps, and those that go."""

    policy: str
    text: str
    kept: tuple[str, ...]
    gone: tuple[str, ...]


NOTICES = (
    Notice(
        "aid-list",
        "青山县2026年第三季度临时救助对象公示\n姓名\t身份证号\t联系电话\t开户账号\t致困原因\t救助金额（元）\n"
        f"黎素珍\t{ID}\t{PHONE}\t{ACCOUNT}\t肺癌\t137\n覃志远\t330122196803066095\t13832855536\t165983916508135\t缺劳力\t274\n"
        f"石小满\t{CHILD_ID}\t13832855537\t165983916508136\t因学\t411\n",
        ("黎素珍", "覃志远", "137", "274", "411", "石某某"),
        (ID, PHONE, ACCOUNT, "肺癌", "缺劳力", "因学", CHILD_ID, "石小满"),
    ),
    Notice(
        "student-aid",
        "理工大学2026年国家助学金拟资助学生名单公示\n姓名\t学院\t专业\t班级\t身份证号\t联系电话\t出生日期\n"
        f"黎素珍\t文学院\t汉语言文学\t2301班\t{ID}\t{PHONE}\t1979-03-09\n覃志远\t理学院\t物理学\t2302班\t330122196803066095\t13832855536\t1968-03-06\n",
        ("黎素珍", "文学院", "汉语言文学", "2301班"),
        (ID, PHONE, "1979"),
    ),
    Notice(
        "penalty",
        "青山县市场监督管理局行政处罚决定书\n青市监处罚〔2026〕18号\n"
        f"当事人：覃志远　性别：男　出生日期：1968年3月6日　身份证号：{ID}\n电话：{PHONE}\n"
        "2026年8月3日，证人石永贵反映当事人覃志远无证经营。覃志远患有糖尿病。罚款2000元。\n",
        ("覃志远", "青市监处罚〔2026〕18号", "石某某", "2000元", "2026年8月3日"),
        (ID, PHONE, "石永贵", "糖尿病", "3月6日"),
    ),
    Notice(
        "procurement",
        f"青山县民政局办公设备采购项目中标公告\n采购人：青山县民政局　联系人：覃志远　手机：{PHONE}\n"
        f"供应商：青山县供销服务有限公司　中标金额：126800元\n评审专家：黎素珍、石永贵\n专家劳务费账号：{ACCOUNT}\n",
        ("覃志远", PHONE, "黎素珍", "126800元"),
        (ACCOUNT,),
    ),
    Notice(
        "recruitment",
        "青山县2026年公开招聘考试成绩公示\n准考证号\t姓名\t身份证号\t笔试成绩\t面试成绩\t总成绩\n"
        f"202133010123\t黎素珍\t{ID}\t80.5\t85\t82.3\n202133010124\t覃志远\t330122196803066095\t78\t83\t80.1\n",
        ("202133010123", "黎素珍", "80.5", "82.3"),
        (ID,),
    ),
    Notice(
        "petition",
        f"关于12345热线诉求的回复\n诉求人：黎素珍，身份证号{ID}，电话{PHONE}\n来信内容：反映小区噪音扰民。\n答复内容：您好，已责成整改。\n",
        ("黎某某", "小区噪音扰民", "已责成整改"),
        ("黎素珍", ID, PHONE),
    ),
    Notice(
        "land",
        "三合乡前进村征地补偿费发放公示\n被征收人\t身份证号\t征收面积（㎡）\t补偿款（元）\t收款账号\t电话\n"
        f"石永贵\t{ID}\t3291.50\t126800.00\t{ACCOUNT}\t{PHONE}\n覃志远\t330122196803066095\t120.00\t46800.00\t165983916508135\t13832855536\n",
        ("石永贵", "3291.50", "126800.00"),
        (ID, ACCOUNT, PHONE),
    ),
    Notice(
        "village",
        f"前进村2026年耕地地力保护补贴村务公开\n户名\t一卡通账号\t补贴面积（亩）\t发放金额\t备注\n石永贵\t{ACCOUNT}\t3.2\t320\t患脑梗塞\n覃志远\t165983916508135\t2.1\t210\t\n",
        ("石永贵", "3.2", "320"),
        (ACCOUNT, "脑梗塞"),
    ),
    Notice(
        "appointment",
        f"青山县干部任前公示\n公示对象：覃志远，男，1968年3月出生，中共党员，现任职务副局长，拟任职务局长。身份证号：{ID}，手机：{PHONE}\n",
        ("覃志远", "1968年3月"),
        (ID, PHONE),
    ),
)


@pytest.mark.parametrize("notice", NOTICES, ids=[notice.policy for notice in NOTICES])
def test_the_policy_of_a_genre_keeps_and_takes_what_it_must(notice: Notice) -> None:
    masked = govredact.Engine(notice.policy, as_of="2026-11-22").mask_text(notice.text).text
    assert [word for word in notice.kept if word not in masked] == []
    assert [word for word in notice.gone if word in masked] == []


@pytest.mark.parametrize("notice", NOTICES, ids=[notice.policy for notice in NOTICES])
def test_the_genre_is_guessed_where_the_policy_is_for_none(notice: Notice) -> None:
    engine = govredact.Engine(as_of="2026-11-22")
    report = engine.scan_file(notice.text.encode(), "公示.txt")
    assert report.genre is not None
    assert report.genre.policy == notice.policy
    assert report.genre.evidence[0].startswith("title:")
    assert govredact.Engine(notice.policy).scan_file(notice.text.encode(), "公示.txt").genre is None


@pytest.mark.parametrize(
    "text",
    [
        f"会议通知\n请联系{PHONE}\n",
        f"关于做好低保工作的通知\n联系电话：{PHONE}\n",
        f"姓名\t电话\n黎素珍\t{PHONE}\n",
    ],
)
def test_nothing_is_suggested_where_it_is_not_clear(text: str) -> None:
    assert govredact.Engine().scan_file(text.encode(), "通知.txt").genre is None


def table(notice: Notice) -> list[list[str]]:
    return [line.split("\t") for line in notice.text.splitlines()[1:]]


def in_word(notice: Notice) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(notice.text.splitlines()[0], 1)
    rows = table(notice)
    drawn = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(drawn.add_row().cells, row, strict=True):
            cell.text = text
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def in_a_workbook(notice: Notice) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append([notice.text.splitlines()[0]])
    for row in table(notice):
        book.active.append(row)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def words_of(data: bytes, name: str) -> str:
    return "\n".join(passage.text for passage in open_document(data, name, Limits()).passages())


@pytest.mark.parametrize(("make", "name"), [(in_word, "公示.docx"), (in_a_workbook, "公示.xlsx")])
def test_the_aid_list_comes_out_alike_as_word_and_as_workbook(make, name: str) -> None:
    notice = NOTICES[0]
    masked = words_of(govredact.Engine("aid-list", as_of="2026-11-22").mask_bytes(make(notice), name), name)
    assert [word for word in notice.kept if word not in masked] == []
    assert [word for word in notice.gone if word in masked] == []
    assert govredact.Engine(as_of="2026-11-22").scan_file(make(notice), name).genre is not None
