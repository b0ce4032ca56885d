"""Names, warnings and menus that hold the words of hijackers and are published on purpose; and replaced names without a known brand."""

from __future__ import annotations

import pytest

import govredact

BODY = "为做好今年的防汛工作，各单位要落实责任，加强值班值守，及时排查隐患，确保群众生命财产安全。"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine(entities={"PAGE_HIJACK", "KEYWORD", "PERSON"})


TAMPERED = {
    "an unknown brand with the words of a site": f"石桥学院-海岬k8手机版登录\n"
    f"5月6日，海岬k8手机版登录召开会议，海岬k8手机版登录副校长到会。{BODY}",
    "a host as a word of the sentence": f"2023年度www.dd55886.com统计公报\n全年稳步增长。www.dd55886.com规模以上工业增长。{BODY}",
    "copies of watches in Japanese": f"スーパーコピー時計 ロレックス 激安通販 専門店\n{BODY}",
    "pills in English": f"Buy Viagra Online Without Prescription - Cheap Cialis 20mg\n{BODY}",
    "a casino in Korean": f"온라인카지노 바카라사이트 추천\n{BODY}",
    "betting in Vietnamese": f"Nhà cái uy tín, tải app cá cược bóng đá\n{BODY}",
    "slots in Indonesian": f"Slot Gacor Hari Ini - Situs Judi Slot Online\n{BODY}",
    "a title of private loans": f"石桥无抵押贷款_黑户秒下款口子_石桥县教育局\n{BODY}",
    "a title of private servers": f"传奇私服发布网_新开传奇私服_石桥县教育局\n{BODY}",
    "the boast of who broke in": "Hacked by NoGhost Team\nYour security is low",
    "a document of a county in the characters of a converter": "關於加強春季森林防火工作的通知\n各鄉鎮人民政府、縣直各單位：\n"
    "　　爲貫徹落實會議精神，經縣人民政府同意，現就有關事項通知如下，請認真執行。\n"
    "　　一、強化責任。各單位要高度重視，加強巡查，嚴格值守，及時報告情況。\n石橋縣人民政府辦公室",
}


@pytest.mark.parametrize("text", TAMPERED.values(), ids=TAMPERED)
def test_a_page_without_a_known_brand_is_noticed(engine: govredact.Engine, text: str) -> None:
    assert [f.action for f in engine.scan_text(text) if f.entity == "PAGE_HIJACK"]


LAWFUL = {
    "a warning": "凡是宣称稳赚不赔的理财平台都是骗局。",
    "an exposure": "通报：某公司广告使用“稳赚不赔”等用语，罚款5万元。",
    "a lesson": "骗子自称客服，诱导被害人在“亚博”“开元棋牌”等平台充值。",
    "a policy of loans": f"无抵押贷款政策解读_石桥县人民政府\n{BODY}",
    "a case in a title": f"一起代开发票案宣判_石桥县人民法院\n{BODY}",
    "an attack in the news": f"网络安全周：某网站页面被改为“Hacked by xxx”。{BODY}",
    "guests from Korea": "한국 기업 대표단이 방문하였습니다. 双方座谈交流。",
    "a page in English": "Visit the county\nBuy local tea online at the store. Casino Royale film week begins on Friday.",
    "a warning of football": "一些境外网站以“体育投注”“官方网站”为名诱骗群众参与赌球。",
    "a case of invoices": "该公司通过微信群发布“代开发票”信息，涉案金额2.3亿元。",
    "hotels of Macao": "澳门旅游局介绍了大三巴、威尼斯人、新葡京、永利皇宫等度假酒店的会展设施。",
    "the trade of Macao": "澳门博彩业立法修改，澳门博彩企业依法纳税。",
    "a draw of the state's lottery": "福彩3D第2025251期中奖号码：4 7 2。七乐彩第2025108期开奖号码：01 05 09 14 20 23 28。",
    "names of streets": "金沙县葡京路等道路命名公告\n新命名道路：葡京路、银河路、金沙大道、永利街、威尼斯小区东侧路。",
    "a hotel's bus stop": "新葡京酒店公交站临时取消，请乘客换乘。",
    "a registered business": "石桥县开元棋牌室连续两年未报送年度报告。",
    "an authority": "澳門博彩監察協調局公佈十月份毛收入。",
    "a company in a list": "六家公司（永利、銀河、美高梅）履行合同。",
    "a brand in quotes": "被告人利用“万博”等境外网站接受投注。",
    "hosts that people are told to avoid": "诈骗网站www.dd55886.com的受害人请报案。公安机关已封停www.dd55886.com等网站。",
}


@pytest.mark.parametrize("text", LAWFUL.values(), ids=LAWFUL)
def test_what_offices_publish_on_purpose_needs_no_review(engine: govredact.Engine, text: str) -> None:
    assert [(f.entity, f.reasons) for f in engine.scan_text(text) if f.action != "note"] == []


@pytest.mark.parametrize("text", ["专业理财，绝非骗局，稳赚不赔，日入过万。", "澳门新葡京酒店官网，开元棋牌注册送金。"])
def test_advertisements_that_protest_or_look_like_a_place_stay(engine: govredact.Engine, text: str) -> None:
    assert "review" in {f.action for f in engine.scan_text(text) if f.entity in ("KEYWORD", "PAGE_HIJACK")}


def test_a_person_of_such_a_name_is_still_found(engine: govredact.Engine) -> None:
    text = "申请人万博，男，身份证号见附件。"
    assert "万博" in {f.value for f in engine.scan_text(text) if f.entity == "PERSON"}


def _web(engine: govredact.Engine, html: str) -> set[tuple[str, str]]:
    report = engine.scan_file(f"<html><body><h1>政务公开</h1>{html}<p>{BODY}</p></body></html>".encode(), "page.html")
    return {(f.entity, f.action) for f in report.findings if f.action != "note"}


def test_a_skip_link_is_no_hidden_content_and_a_hidden_sentence_is() -> None:
    engine = govredact.Engine()
    away = 'style="position:absolute;left:-9999px"'
    assert _web(engine, f'<a {away} href="#content">跳到主要内容</a>') == set()
    assert _web(engine, f'<a href="#content"><span {away}>跳到主要内容</span></a>') == set()
    assert ("HIDDEN_CONTENT", "review") in _web(engine, f"<div {away}>低价批发零售各种好货，欢迎各地客户来电咨询订购</div>")


def test_the_text_of_a_link_is_no_mark_and_the_same_words_beside_it_are() -> None:
    engine = govredact.Engine()
    assert _web(engine, '<div style="display:none"><a href="/ysqgk">依申请公开</a></div>') == set()
    assert _web(engine, '<li><a href="/nb">内部刊物</a></li>') == set()
    assert ("DISCLOSURE_MARK", "block") in _web(engine, "<p>（此件依申请公开）</p>")
