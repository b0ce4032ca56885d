# ruff: noqa: E501 - markup is easier to read in one line
"""A page with a mobile number of its own in each place where text hides (../shared/DOCUMENTS.md, section 4)."""

from __future__ import annotations

import base64
from typing import NamedTuple
from urllib.parse import quote


class Planted(NamedTuple):
    """The page, and the number in each place by the name of the place."""

    text: str
    numbers: dict[str, str]


class Numbers:
    """Deals mobile numbers out, each once."""

    def __init__(self) -> None:
        self.by_place: dict[str, str] = {}

    def __call__(self, place: str) -> str:
        assert place not in self.by_place
        self.by_place[place] = str(13912340000 + 137 * (len(self.by_place) + 1))
        return self.by_place[place]

    def split(self, place: str, between: str) -> str:
        number = self(place)
        return f"{number[:3]}{between}{number[3:]}"

    def coded(self, place: str, form: str) -> str:
        """Every digit written as ``form`` says."""
        return "".join(form.format(code=ord(char), char=char) for char in self(place))


def base64_of(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def head(n: Numbers) -> str:
    linked = f'{{"@type": "Person", "telephone": "{n("JSON-LD")}"}}'
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8">
<title>关于电话{n("title")}的公示</title>
<meta name="description" content="联系电话{n("meta description")}">
<meta property="og:title" content="电话{n("meta property")}">
<meta http-equiv="refresh" content="900;url=/q?tel={n("meta refresh")}">
<link rel="alternate" href="/rss?tel={n("link address")}" title="电话{n("link title")}">
<style>.red::after {{ content: "{n("content of a style")}" }} /* 电话 {n("comment in a style")} */ .gone {{ display: none }}</style>
<script type="application/ld+json">{linked}</script>
<script>
var phone = '{n("script string")}', other = {n("script number")}; // 电话 {n("script comment")}
var u = "{n.coded("unicode escapes in a script", chr(92) + "u{code:04x}")}", x = "{n.coded("hexadecimal escapes in a script", chr(92) + "x{code:02x}")}";
document.write('<b>{n.split("markup written by a script", "</b>")}<br>');
document.write('<i>{n.split("script string in two parts", "</i>' + '")}');
var joined = '{n.split("joined strings of a script", "' + '")}';
location.href = '/go?tel={n("address in a script")}';
</script><script type="text/template"><p>{n.split("template in a script", "<b>")}</b></p></script></head>"""


def texts(n: Numbers) -> str:
    return f"""
<p>{n("text")}</p><p>{n.split("split by an inline tag", "<b>")}</b></p><p>{n.split("split by nested tags", '<span style="color:red"><font face="宋体">')}</font></span></p>
<p>{n.split("split by a comment", "<!-- x -->")}</p><p>{n.split("split by a line break", "<br/>")}</p><p>{n.split("split by wbr", "<wbr>")}</p>
<p>{n.split("split by a script", "<script>var a;</script>")}</p><p>{n.split("split by a hidden element", '<span style="display:none">x</span>')}</p>
<p>{n.split("split by an image", '<img src="a.png">')}</p><p>{n.split("split by a bookmark", '<a name="x"></a>')}</p>
<p><b>1</b><span>{n("touched by another number")}</span></p>
<p>{n.coded("decimal references", "&#{code};")}</p><p>{n.coded("hexadecimal references", "&#x{code:x};")}</p>
<p>{n.coded("padded references", "&#00{code};")}</p><p>{n.coded("references without semicolons", "<b>&#{code}</b>")}</p>
<p>{n.split("soft hyphen", "&shy;")}</p><p>{n.split("zero-width space", "&#8203;")}</p><p>{n.split("zero-width characters as stored", chr(0x200B) + chr(0x200C))}</p>
<p>{n.split("non-breaking space", "&nbsp;")}</p><p>{n.split("line end in the source", chr(10))}</p>
<ruby>电话{n("ruby base")}<rt>{n("ruby text")}</rt></ruby>
<ul><li>{n("list item")}<li>{n("list item without an end")}</ul><dl><dt>电话<dd>{n("description list")}</dl>
<pre>{n("preformatted text")}</pre><select><option value="{n("value of an option")}">{n("option")}</option></select>
<textarea>{n("text area")}</textarea><button>{n("button")}</button><xmp><b>{n("xmp")}</b></xmp>
<table><tr><th>姓名<th>电话<tr><td>张三<td>{n("table cell")}</table>
<table><tr>{"".join(f"<td>{digit}" for digit in n("one digit a cell"))}</table>
<table><tr><td><table><tr><td>{n("nested table")}</table></table>
<div>{n("block without an end")}<div><p>{n("paragraph without an end")}
<custom-element>{n("unknown element")}</custom-element><o:p>{n("element of Word")}</o:p></p></td></span>
"""


def hidden(n: Numbers) -> str:
    return f"""
<p hidden>{n("hidden attribute")}</p><p style="display:none">{n("display none")}</p><p class="gone">{n("hidden by a rule")}</p>
<p style="visibility:hidden">{n("visibility hidden")}</p><p style="opacity:0">{n("opacity nought")}</p><p style="font-size:0">{n("font size nought")}</p>
<p style="text-indent:-9999px">{n("text indent")}</p><p style="position:absolute;left:-9999px">{n("off screen")}</p>
<p style="width:0;height:0;overflow:hidden">{n("no size")}</p><p style="color:#fff;background:#ffffff">{n("colour of the ground")}</p>
<template><p>{n("template")}</p></template><noscript>{n("noscript")}</noscript><iframe>{n("fallback of a frame")}</iframe>
<!-- 电话 {n("comment")} --><!-- <p>{n.split("markup in a comment", "<b>")}</b></p> --><!--[if IE]><p>{n("conditional comment")}</p><![endif]-->
<![CDATA[{n("CDATA")}]]><?php echo "{n("processing instruction")}" ?><!电话 {n("broken comment")}>
"""


def attributes(n: Numbers) -> str:
    inner = n.coded("references in srcdoc", "&amp;#{code};")
    return f"""
<img alt="{n("alt")}" src="/a.png"><span title='{n("title attribute")}'></span><p data-phone={n("attribute without quotes")}></p>
<input type="hidden" name="sj" value="{n("hidden field")}"><input placeholder="{n("placeholder")}"><table summary="{n("summary")}"></table>
<a href="tel:{n("tel")}">x</a><a href="mailto:{n("mailto")}@example.com">x</a><a href="/q?tel={n("query")}">x</a>
<a href="/q?tel={n.coded("percent signs", "%{code:02x}")}">x</a><a href="javascript:call('{n("script address")}')">x</a>
<div onclick="call('{n("event handler")}')" data-json='{{"tel":"{n("JSON in an attribute")}"}}' aria-label="{n("aria label")}"></div>
<div data-json="{{&quot;tel&quot;:&quot;{n("JSON with references")}&quot;}}" title="{n.coded("references in an attribute", "&#{code};")}"></div>
<iframe srcdoc="<p>{n.split("srcdoc", "<b>")}</b> <a href=&quot;tel:{n("link in srcdoc")}&quot;>x</a> {inner}</p>"></iframe>
<iframe src="data:text/html;base64,{base64_of("<p>" + n("base64 page") + "</p>")}"></iframe>
<a href="data:text/plain;charset=utf-8,{quote("电话" + n("percent-encoded text"))}">x</a>
<img src="data:image/svg+xml;base64,{base64_of("<svg xmlns='http://www.w3.org/2000/svg'><text>" + n("SVG picture") + "</text></svg>")}">
<div data-content="&lt;p&gt;{n.split("markup in an attribute", "&lt;b&gt;")}&lt;/b&gt;" title='<i>{n.split("tags in an attribute", "</i>")}'></div>
<p {n("name of an attribute")}></p {n("end tag")}><script>f();<p>{n.split("page swallowed by a script", "<b>")}</b></p></script>
<!-- <!-- {n.split("comment in a comment", "<b>")}</b> --><svg><text>{n("text in SVG")}</text><title>{n("title in SVG")}</title></svg><math><mtext>{n("text in MathML")}</mtext></math>
"""


def plant() -> Planted:
    n = Numbers()
    parts = [head(n), "<body>", texts(n), hidden(n), attributes(n)]
    tail = (
        f"</body></html>\n<p>{n('after the end of the page')}</p><body class='again'>{n('second body')}<title>{n('title without an end')}"
    )
    return Planted("".join(parts) + tail, n.by_place)
