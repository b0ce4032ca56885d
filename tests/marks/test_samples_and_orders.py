"""Marks below the title of a lesson or a story are for a person to look at; above a title, and in papers of any other kind, they block."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml

import govredact

ENGINE = govredact.Engine()


def marks(text: str) -> set[tuple[str, str]]:
    return {(finding.entity, finding.action) for finding in ENGINE.scan_text(text) if finding.entity.endswith("_MARK")}


SAMPLES = {
    "samples": "密级标志示例\n机密★10年\n秘密★1年\n绝密★长期\n以上为国家秘密标志的规范写法。",
    "a lesson": "保密知识小课堂：密级标志怎么标？\n一、正确写法\n秘密★5年\n二、错误写法\n秘密5年",
    "levels in a row": "国家安全教育日\n你认识这些小字吗\n绝密★长期\n机密★20年\n秘密★10年\n请不要拍照。",
    "an exercise": "保密知识竞赛试题\n1.下列属于国家秘密标志的是（ ）。\nA.机密★5年\nB.内部资料",
    "a slogan": "保密宣传标语\n涉密不上网\n内部资料请勿外传\n保守国家秘密，人人有责",
    "words spoken of": "严禁上网\n这四个字不是一句空话\n县档案室的每份涉密图件上都贴着提示。",
    "an archive": "民国档案选登\n绝密\n电令第三师即刻开拔\n（馆藏全宗号12）",
    "food": "食品储存小常识\n注意保存\n阴凉干燥处存放，开封后冷藏。",
    "a door code": "小区门禁密码通知\n请勿外传\n门禁密码将于6月1日更换。",
    "a warning": "网络谣言辟谣\n请勿转发\n不信谣\n不传谣",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_looked_at_and_does_not_block(name: str) -> None:
    assert {action for _, action in marks(SAMPLES[name])} == {"review"}


PAPERS = {
    "above a title that teaches": "机密★1年\n保密知识培训方案\n各单位：请按保密规定执行。",
    "below the number of a copy": "000012\n机密★1年\n保密宣传活动方案\n各单位：请执行。",
    "below a title on secrecy": "青山县保密工作会议纪要\n机密★1年\n会议传达了定密、涉密人员管理的要求。",
    "below a title that teaches, no word of secrecy": "防汛知识讲座\n机密★1年\n各乡镇：请执行。",
    "an order at the head": "请勿转发\n关于供水检查的通知\n各乡镇：请执行。",
    "an order at the end, no word of secrecy": "关于供水检查的通知\n各乡镇：请执行。\n请勿外传",
    "an order below a number": "关于供水检查的通知\n青政办〔2026〕3号\n请勿外传\n请认真执行。",
    "an order in a text on secrecy that names the paper": "保密工作要点\n涉密人员管理\n定密管理\n本文件严禁外传",
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_any_other_kind_is_blocked(name: str) -> None:
    assert "block" in {action for _, action in marks(PAPERS[name])}


CLEAN = {
    "a declassified paper": "解密公告\n下列文件已解密：\n青政发〔1998〕12号（原密级：秘密）\n青政发〔1999〕3号（原密级：机密）",
    "a play": "话剧《绝密》巡演公告\n绝密\n时间：7月1日\n地点：青山大剧院",
    "a title in two lines": "内部\n控制\n自我评价报告",
    "levels side by side": "保密宣传周\n绝密\t机密\t秘密\n30年\t20年\t10年",
    "a book": "六月新书\n秘密\n作者：陈某\n出版社：青山出版社",
    "a title on works": "内部\n装修工程招标公告\n项目名称：档案馆内部装修工程",
    "a list of works": "参考文献\n[1] 青山县地方志编委会.青山县志（内部资料），1987.\n《青山文史资料》第3辑（内部发行）",
    "steps of a work": "图书出版流程\n初稿\n二稿\n三稿\n定稿",
    "several rules": "电子证照使用须知\n不得复印\n不得转借\n不得涂改",
    "a budget": "青山县2026年预算（草案）\n提请青山县第十八届人民代表大会第五次会议审议",
    "a flow of work": "申请公开政府信息流程\n↓\n受理\n↓\n不予公开\n↓\n答复",
    "a topic": "国家秘密\n是指关系国家安全和利益的事项。",
    "an old paper that was published": "关于供水工作的通知\n各县：请执行。\n（此件发至县团级，公开发布）",
    "a column on applications": "依申请公开\n申请须知\n申请表下载\n网上申请",
    "a page of a call": "民意征集\n征集时间：2026-06-01 至 2026-07-01\n附件：青山县绿化办法（征求意见稿）.docx",
}


@pytest.mark.parametrize("name", CLEAN)
def test_a_look_alike_carries_no_mark(name: str) -> None:
    assert {pair for pair in marks(CLEAN[name]) if pair[1] in ("block", "review")} == set()


MORE = {
    "内部材料 注意保管\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "本纪要为内部文件，请妥善保管，严禁外传。": ("INTERNAL_MARK", "block"),
    "不得复印\n关于检查的通知": ("INTERNAL_MARK", "review"),
    "秘密等级\t紧急程度\n秘密\t平件\n关于检查的通知": ("CLASSIFICATION_MARK", "block"),
    "㊙\n关于检查的通知": ("CLASSIFICATION_MARK", "block"),
    "涉密文件\n关于检查的通知": ("CLASSIFICATION_MARK", "block"),
    "国家秘密\n关于检查的通知": ("CLASSIFICATION_MARK", "review"),
    "机密（保密期限：10年）\n关于检查的通知": ("CLASSIFICATION_MARK", "block"),
    "內部資料 注意保存\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "受控文件 不得外传\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "仅供县领导参阅\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "通讯录仅供内部使用\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "仅限区政府机关内部使用\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "不得在互联网发布\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "资料仅供内部学习，严禁上传网络\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "不得公开发表\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "会议资料，会后请留在座位上\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "（此件发至县团级）\n关于检查的通知": ("INTERNAL_MARK", "review"),
    "明传电报  机密\n关于检查的通知": ("CLASSIFICATION_MARK", "block"),
    "仅供市政府常务会议使用\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "限领导干部阅读\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "本材料涉及敏感信息，不得外传\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "《青山工作简报》（内部资料）\n第3期": ("INTERNAL_MARK", "block"),
    "会议讨论材料 请勿带走\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "仅供参会人员使用\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "不得对外提供\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "Confidential\nThe film will be shown on Friday.": ("INTERNAL_MARK", "review"),
    "本材料不得带离会场\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "领导讲话（未经审定，请勿外传）\n同志们：": ("INTERNAL_MARK", "block"),
    "内部参阅材料（第8期）\n关于检查的通知": ("INTERNAL_MARK", "block"),
    "党内文件 不得公开\n关于检查的通知": ("DISCLOSURE_MARK", "block"),
    "草稿，请勿引用\n青山县供水管理办法": ("DRAFT_MARK", "review"),
    "征求意见稿（请于6月30日前反馈法规科）\n青山县供水管理办法": ("DRAFT_MARK", "review"),
    "此件属内部事项，不予公开\n关于检查的通知": ("DISCLOSURE_MARK", "block"),
    "青山县供水管理办法（征求意见二稿）\n第一章 总则": ("DRAFT_MARK", "review"),
    "青山县供水管理办法（专家论证稿）\n第一章 总则": ("DRAFT_MARK", "review"),
    "青山县供水管理办法（第三稿）\n第一章 总则": ("DRAFT_MARK", "review"),
    "青山县供水管理办法（上会稿）\n第一章 总则": ("DRAFT_MARK", "review"),
    "青山县供水管理办法-送审稿\n第一章 总则": ("DRAFT_MARK", "review"),
    "附件：青山县供水管理办法（讨论稿）.docx": ("DRAFT_MARK", "review"),
    "青山县供水管理办法（內部征求意見稿）\n第一章 总则": ("DRAFT_MARK", "review"),
    "青山县供水管理办法（讨论稿2026.5.10）\n第一章 总则": ("DRAFT_MARK", "review"),
}


@pytest.mark.parametrize("text", MORE)
def test_less_usual_marks_are_found(text: str) -> None:
    assert MORE[text] in marks(text)


def watermarked(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("关于检查的通知")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    shape = f'<w:r {names}><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="{text}"/></v:shape></w:pict></w:r>'
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(shape))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("CONFIDENTIAL", ("INTERNAL_MARK", "block")), ("DRAFT", ("DRAFT_MARK", "review")), ("Internal use only", ("INTERNAL_MARK", "block"))],
)
def test_a_watermark_in_english_is_read(text: str, expected: tuple[str, str]) -> None:
    report = ENGINE.scan_file(watermarked(text), "document.docx")
    assert [(finding.entity, finding.action) for finding in report.findings if finding.entity.endswith("_MARK")] == [expected]


def test_an_english_page_without_marks_stays_clean() -> None:
    text = "Draft Beer Festival\nThe office keeps your data confidential.\nDistribution of tickets"
    assert marks(text) == set()
