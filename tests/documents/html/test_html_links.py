"""Where a page leads, what it says about itself, and blocks of junk tags."""

from __future__ import annotations

import pytest

from govredact.documents import open_document


def observed(html: str, kind: str = "link"):
    return [o for o in open_document(html.encode(), "a.html").observations() if o.kind == kind]


@pytest.mark.parametrize(
    ("html", "tag", "target"),
    [
        ('<a href=" https://a.example/x?a=1&amp;b=2 ">x</a>', "a", "https://a.example/x?a=1&b=2"),
        ("<a href='//a.exa\nmple/&#120;'>x", "a", "//a.example/x"),
        ("<A HREF=http://a.example/?a=1&copy=2>x", "a", "http://a.example/?a=1&copy=2"),
        ("<iframe src=//a.example></iframe>", "iframe", "//a.example"),
        ("<script src='//a.example/a.js'></script>", "script", "//a.example/a.js"),
        ("<script src='//a.example/a.js'>", "script", "//a.example/a.js"),
        ("<img src=//a.example/a.gif>", "img", "//a.example/a.gif"),
        ("<form action='//a.example'>", "form", "//a.example"),
        ("<area href='//a.example'>", "area", "//a.example"),
        ("<base href='//a.example/'>", "base", "//a.example/"),
        ("<link rel=stylesheet href='//a.example/a.css'>", "link", "//a.example/a.css"),
        ("<embed src='//a.example/a.swf'>", "embed", "//a.example/a.swf"),
        ("<meta http-equiv=Refresh content='0; URL=&quot;//a.example&quot;'>", "meta", "//a.example"),
        ("<script>window.location.href = 'http://a.example/'</script>", "script", "http://a.example/"),
        ('<script>location="http:\\/\\/a.example\\/"</script>', "script", "http://a.example/"),
        ("<script>window.open('//a.example')</script>", "script", "//a.example"),
        ("<script>var s = document.createElement('script'); s.src = '//a.example/a.js';</script>", "script", "//a.example/a.js"),
        ("<script>document.write('<script src=\"//a.example/a.js\"><\\/script>')</script>", "script", "//a.example/a.js"),
        ("<script>document.write('<a hr' + 'ef=\"//a.example\">x</a>')</script>", "a", "//a.example"),
        ("<script>document.write(unescape('%3Cscript src=%22//a.example%22%3E'))</script>", "script", "//a.example"),
        ("<script>x.innerHTML = \"\\x3ciframe src='//a.example'\\x3e\"</script>", "iframe", "//a.example"),
        ("<!-- <a href='//a.example'>x</a> -->", "a", "//a.example"),
        ("<iframe srcdoc='<a href=//a.example>x</a>'></iframe>", "a", "//a.example"),
        ("<noscript><a href='//a.example'>x</a></noscript>", "a", "//a.example"),
    ],
)
def test_every_way_to_lead_elsewhere_is_seen(html: str, tag: str, target: str) -> None:
    found = [(o.about["tag"], o.text) for o in observed(html)]
    assert (tag, target) in found


@pytest.mark.parametrize("html", ["<a href='#top'>x</a>", "<a href='javascript:void(0)'>x</a>", "<a name=x>", "<a href=''>x</a>"])
def test_what_leads_nowhere_is_no_link(html: str) -> None:
    assert observed(html) == []


def test_the_leaves_of_a_link_are_its_stored_target() -> None:
    html = "<p>甲</p>\n<a href='http://a.example/'>x</a>"
    link = observed(html)[0]
    ((_, start, end),) = link.leaves
    assert html[start:end] == "http://a.example/"
    assert (link.location.line, link.location.column, link.location.attribute) == (2, 10, "href")


def test_the_anchor_is_what_a_reader_sees_of_the_link() -> None:
    html = "<a href=/a title=t>关于\n <b>印发</b>&amp;通知</a><a href=/b><img alt=x></a><a href=/c>" + "长" * 200 + "</a>"
    assert [o.about["anchor"] for o in observed(html)] == ["关于 印发&通知", "", "长" * 80]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<a href=/x>看得见</a>", ""),
        ("<div style='display:none'><a href=/x>y</a></div>", "display"),
        ("<a href=/x style='font-size:0'>y</a>", "size"),
        ("<a href=/x><span style='position:absolute;left:-9999px'>y</span></a>", "offscreen"),
        ("<a href=/x>看<span style='display:none'>y</span></a>", ""),
        ("<marquee height=1 width=4><a href=/x>y</a></marquee>", "zero_size"),
        ("<iframe src=/x width=0 height=0></iframe>", "zero_size"),
        ("<!-- <a href=/x>y</a> -->", "comment"),
        ("<script>document.write('<a href=/x>y</a>')</script>", "script"),
        ("<noscript><a href=/x>y</a></noscript>", "noscript"),
        ("<meta http-equiv=refresh content='0;url=/x'>", "redirect"),
        ("<body bgcolor=#fff><a href=/x><font color=#fefefe>y</font></a>", "color"),
    ],
)
def test_links_say_why_nobody_sees_them(html: str, reason: str) -> None:
    assert [o.about["hidden"] for o in observed(html) if o.text == "/x"] == [reason]


def test_a_page_says_what_it_is() -> None:
    html = (
        "<title> 关于\n公示 &amp; 通知 </title><meta name='ArticleTitle' content='标题'><META NAME=PubDate CONTENT='2026-05-06 10:00'>"
        "<meta name=ContentSource content='青山县'><meta property='og:title' content='o'><meta name=x content=''><meta charset=utf-8>"
    )
    found = [(o.about["name"], o.about["field"], o.text) for o in observed(html, "page_meta")]
    assert found == [
        ("title", "title", "关于 公示 & 通知"),
        ("articletitle", "title", "标题"),
        ("pubdate", "published", "2026-05-06 10:00"),
        ("contentsource", "source", "青山县"),
        ("og:title", "title", "o"),
    ]


def test_junk_tags_share_one_id() -> None:
    names = ("legend", "samp", "sup", "mark", "td", "track", "delect", "menuitem")
    html = "<p>正文</p>" + "".join(f'<{name} id="h4sia"></{name}>' for name in names) + "<p id=a>1</p><div id=b>2</div>"
    (junk,) = observed(html, "junk_tags")
    assert (junk.about["id"], junk.about["count"], junk.about["names"]) == ("h4sia", "8", "8")
    assert observed("".join(f"<{name} id={name}1>" for name in names), "junk_tags") == []
    assert observed("".join('<li id="same">' for _ in names), "junk_tags") == []
