"""Words of any site (官网, 登录入口, app下载) where a name ends and an office's work begins: 某某官网人民法院公开宣判.

Nobody knows all brands; but no office is called 官网 or app下载, and nobody writes 登录入口举行毕业典礼. The same words in the same
place again make it sure.
"""

from __future__ import annotations

from collections import Counter

from govredact.tampering.text import Sign
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.tampering.text import PageText

_SITE = (
    "(?:(?:官方网站|官网|官方|登录|注册|手机版|手机|app|APP|下载|平台|入口|网址|最新|安卓|中国|全站|综合){1,5}(?<=官方网站|登录入口"
    "|官方入口|官网入口)|官网|官方网站|(?:手机版|手机|官网|官方|客户端|电脑版|网页版|app|APP){1,3}(?:登录|登陆|注册|入口|网址|官网)"
    "|(?:app|APP|官方|手机版)下载|手机版|(?:体育|娱乐|国际|棋牌|电竞|综合|真人|彩票)(?:登录|注册|平台|app|APP|官方|网址|官网))"
)
_OFFICE = (
    "(?:人民政府|人民法院|人民检察院|[\u4e00-\u9fff]{2,8}局(?![面限部势])|党委|党总支|党支部|党组|工会|团委|纪委|图书馆|档案馆|人事处"
    "|教务处|财务处|护理部"
    "|师生|教职工|副?校长|副?院长|副?书记|召开|举行|举办|荣获|隆重|领导小组|研究生|附属医院)"
)
_NAMED = lazy.compile("(?:官网|官方网站|官方|登录|登陆|注册|入口|下载|手机版|平台|app|APP|网址)(?=" + _OFFICE + ")")
_BEFORE = lazy.compile("[\u4e00-\u9fffA-Za-z0-9·]{2,16}$")
_TAIL = lazy.compile("(?:" + _SITE + ")$")
# Where people go, and what they go through; an office announces that all the time.
_GO = lazy.compile(
    "在|到|从|登陆|登录(?!入口)|访问|关注|通过|进入|打开|查看|浏览|搜索|点击|利用|依托|使用|扫码|请|由|经|于|向|及|和"
    "|与|的|统一|我们|学校|本校|政府|单位|部门|企业|政务|服务|办事|系统|网络|线上"
)
_REACH = 20


def signs(page: PageText) -> Iterator[Sign]:
    """The words before an office's name or work that are those of a site, wherever the same stand twice or at the head."""
    spans = [span for match in _NAMED.finditer(page.plain) for span in _named(page.plain, match.end())]
    names = Counter(page.plain[start:end] for start, end in spans)
    for start, end in spans:
        name = page.plain[start:end]
        # Its other places (in the title, before a comma) count once two are those of a name.
        count = page.plain.count(name)
        weight = 0.4 + 0.3 * min(3, count - 1) + 0.3 * (start < page.head)
        if names[name] > 1:
            yield Sign(start, end, "site_for_name", weight)


def _named(text: str, end: int) -> Iterator[tuple[int, int]]:
    before = _BEFORE.search(text, max(0, end - _REACH), end)
    if before is None:
        return
    tail = _TAIL.search(text, before.start(), end)
    if tail is None or tail.start() - before.start() < 2 or _GO.search(text, before.start(), tail.start()):
        return
    yield before.start(), end
