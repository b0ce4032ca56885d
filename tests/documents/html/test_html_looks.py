"""Whether a reader sees a text, how far a hidden element reaches, and what becomes of what is hidden."""

from __future__ import annotations

import pytest

import govredact
from govredact.documents import open_document
from govredact.policy import load


def hidden(html: str) -> list[tuple[str, str, str]]:
    observations = open_document(html.encode(), "a.html").observations()
    return [(o.kind, o.text, o.about["hidden"]) for o in observations if o.kind in ("hidden_text", "hidden_element")]


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("font-size:0", "size"),
        ("font-size: 1px", "size"),
        ("font:0/0 a", "size"),
        ("FONT-SIZE:0.01em", "size"),
        ("opacity:0", "opacity"),
        ("filter:alpha(opacity=0)", "opacity"),
        ("text-indent:-9999px", "offscreen"),
        ("text-indent:-999em", "offscreen"),
        ("position:absolute;left:-9999px", "offscreen"),
        ("position:fixed; top: -1000px", "offscreen"),
        ("margin-left:-2000px", "offscreen"),
        ("width:0;height:0;overflow:hidden", "zero_size"),
        ("height:1px;overflow:hidden", "zero_size"),
        ("transform:scale(0)", "zero_size"),
        ("position:absolute;clip:rect(0 0 0 0)", "clip"),
        ("color:#fff;background:#ffffff", "color"),
        ("color:white;background-color:rgb(254, 254, 254)", "color"),
        ("color:transparent", "color"),
        ("color:rgba(0,0,0,0)", "color"),
    ],
)
def test_tricks_hide_text(style: str, reason: str) -> None:
    text = "一段谁也看不见的文字，长到不会是读屏软件的提示"
    assert hidden(f'<p>甲</p><p style="{style}">{text}</p><p>丙</p>') == [("hidden_text", text, reason)]


def test_a_few_words_for_readers_for_the_blind_are_no_trick() -> None:
    assert hidden('<a href="#main" style="position:absolute;left:-9999px">跳转到主要内容</a>') == [
        ("hidden_element", "跳转到主要内容", "offscreen")
    ]


@pytest.mark.parametrize("style", ["display:none", "visibility:hidden", "display : none !important"])
def test_what_scripts_show_on_a_click_is_no_trick(style: str) -> None:
    assert [kind for kind, _, _ in hidden(f'<div style="{style}">乙</div>')] == ["hidden_element"]


@pytest.mark.parametrize(
    "style",
    [
        "font-size:12px", "font-size:0.8em", "opacity:0.9", "text-indent:2em", "text-indent:-2em", "left:-20px", "color:#fff", "width:0",
        "color:#fff;background:#c00", "color:#fff;background:#fff url(red.png)", "line-height:0", "font-size:", "color:;background:",
        "position:relative;left:-10px", "height:1px", "overflow:hidden;height:300px",
    ],
)  # fmt: skip
def test_ordinary_styles_hide_nothing(style: str) -> None:
    assert hidden(f'<p style="{style}">乙</p>') == []


def test_colours_are_compared_with_the_ground_of_the_elements_around() -> None:
    assert hidden('<body bgcolor="#ffffff"><p><font color="#FFFFFF">乙</font></p>') == [("hidden_text", "乙", "color")]
    assert hidden('<table><tr><td bgcolor="white" style="color:white">乙') == [("hidden_text", "乙", "color")]
    # A class may paint another ground.
    assert hidden('<body bgcolor="#ffffff"><div class="banner"><font color="#FFFFFF">乙</font></div>') == []
    assert hidden('<body bgcolor="#ffffff"><td style="background:#036"><font color="#FFFFFF">乙</font></td>') == []


def test_a_larger_size_inside_shows_text_again() -> None:
    assert hidden('<ul style="font-size:0"><li style="font-size:14px">乙</li></ul>') == []


def test_visibility_can_be_given_back_and_display_cannot() -> None:
    assert hidden('<p style="visibility:hidden"><b style="visibility:visible">乙</b></p>') == []
    assert len(hidden('<p style="display:none"><b style="display:block">乙</b></p>')) == 1


def test_rules_of_the_page_hide_and_rules_for_print_do_not() -> None:
    sheet = "<style>/* .a{} */ .a, p.b { display : none } #c{font-size:0} @media print { .d{display:none} } em{opacity:0}</style>"
    html = f"{sheet}<p class='x a'>1</p>-<p class=b>2</p><i class=b>3</i><p id=c>4</p><p class=d>5</p><em>6</em>"
    assert hidden(html) == [
        ("hidden_element", "1", "display"),
        ("hidden_element", "2", "display"),
        ("hidden_element", "4", "size"),
        ("hidden_element", "6", "opacity"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<div><p hidden>乙</div>丙",
        "<p hidden>乙<p>丙",
        "<ul><li hidden>乙<li>丙</ul>",
        "<table><tr><td hidden>乙<td>丙</table>",
        "<table><tr><td><div hidden>乙</td><td>丙</table>",
        "<table><tr hidden><td>乙<tr><td>丙</table>",
        "<dl><dt hidden>乙<dd>丙</dl>",
        "<div hidden>乙</div></div></span></table></td>丙",
        "<div hidden><div>乙</div></span></p></div>丙",
        "<b hidden>乙</b>丙",
        "<span hidden><b>乙</span>丙",
        "<select><option hidden>乙<option>丙</select>",
        "<p hidden>乙<div>丙</div>",
        "<a href='/' hidden>乙<a href='/'>丙</a>",
        "<div hidden><br><img><input>乙</div>丙",
        "<DIV HIDDEN>乙</DIV >丙",
    ],
)
def test_a_hidden_element_ends_where_browsers_end_it(html: str) -> None:
    assert [text for _, text, _ in hidden(html)] == ["乙"]


@pytest.mark.parametrize("html", ["<div hidden><p>乙</p></b>丙</div>", "<div hidden><table><tr><td>乙</div>丙</table></div>"])
def test_a_hidden_element_does_not_end_before(html: str) -> None:
    assert "丙" in "".join(text for _, text, _ in hidden(html))


def test_what_a_trick_hides_is_a_finding_and_goes_where_the_policy_says() -> None:
    html = '<p>公示</p><p style="font-size:0">暗中 138<b>0013</b>8000</p>'.encode()
    engine = govredact.Engine()
    assert {f.entity for f in engine.scan_file(html, "a.html").findings} == {"HIDDEN_CONTENT", "CN_MOBILE"}
    done = engine.mask_file(html, "a.html")
    assert done.data.decode() == '<p>公示</p><p style="font-size:0"><b></b></p>'
    assert ("HIDDEN_CONTENT", "remove") in {(d.entity, d.operator) for d in done.decisions}
    policy = load("gov-website")
    kept = policy._replace(clean_up=tuple({**dict(policy.clean_up), "hidden_content": "keep"}.items()))
    assert "暗中 138<b>****</b>8000" in govredact.Engine(kept).mask_file(html, "a.html").data.decode()


def test_a_menu_that_opens_on_a_click_is_no_finding() -> None:
    html = "<style>.menu{display:none}</style><ul class=menu><li><a href='/'>首页</a></ul><div style='display:none'>弹窗</div>"
    assert govredact.Engine().scan_file(html.encode(), "a.html").findings == ()
    assert govredact.Engine().mask_file(html.encode(), "a.html").data == html.encode()
