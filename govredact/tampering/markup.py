"""Signs in the form of a page: rows of empty tags that share one random id, joined search phrases, domains for names, rows of symbols."""

from __future__ import annotations

from collections import Counter, defaultdict

from govredact.tampering.hosts import is_suspicious
from govredact.tampering.text import SYMBOLS, Sign
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govredact.tampering.text import PageText

_TAG_ID = lazy.compile("<([a-zA-Z]{1,12}) id=[\"']?([A-Za-z0-9]{4,8})[\"']?>")
_FEWEST_TAGS = 3
_RANDOM = lazy.compile("[a-z][0-9][a-z]|[0-9][a-z]{2}|[a-z]{2}[0-9]{2}|[bcdfghjklmnpqrstvwxz]{4}")
_TLD = lazy.compile("\\.(?:com|net|org|cc|vip|top|xyz|shop|app|bet|club|co|tv|info|biz|site|online|win|me|io|la|cn)(?=[\u4e00-\u9fff])")
_HOST_CHARS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_LAWFUL_HOST = lazy.compile(
    "(?:gov|edu|org|mil|ac)\\.cn$|people|xinhua|news|cctv|qq\\.com$|weixin|baidu|12306|alipay|taobao|163|126"
    "|sina|sohu|chsi|chinabidding|cebpubservice|gmail"
)
_LEADS_TO = lazy.compile(
    "(?:登录|登陆|登入|访问|网址|网站|官网|平台|点击|输入|浏览|查阅|打开|进入|域名|链接|邮箱|信箱|发送|发至|电邮|地址|在|到|至|从|由"
    "|为|是|于|往|和|与|及|或|、|，|：|:|（|\\(|“|《|/|@|<|>|=|\"|'|关注|下载|使用|通过|上|注册|及其|转载自|来源于?|据)\\s?$"
)
# What a name follows in the titles and sentences of an office.
_NAME_COMES = lazy.compile(
    "(?:[年月日省市县区镇乡]|关于|召开了?|同意|印发|[《“]|做好|加强|举办|开展|组织|全体|我[校院局市县]|转发|报送|委托报告|[0-9]{4})$"
)
_OFFICE = lazy.compile(
    "(?:[0-9]{4}年)?[\u4e00-\u9fff]{0,6}(?:预算|决算|人民政府|政府|委员会|办公室|领导小组|管理办法|制度|方案|规定|意见的|代表大会|章程"
    "|工作总结|年度报告|调整方案"
    "|党委|支部|信息公开|通知|公告|[省市县区镇乡局厅]|学院|大学|医院|师生|召开|开展|第[一二三四五六七八九十0-9]{1,3}[届次])"
)
_STUFFED = lazy.compile(f"[{SYMBOLS}][{SYMBOLS}]{{0,3}}[\u4e00-\u9fffA-Za-z0-9.【】]{{1,8}}(?=[{SYMBOLS}])")
_FEWEST_SYMBOLS = 4
_SEPARATOR = lazy.compile("[·•*★☆◆■●▲♥♦_~^+=|]")
_SPACED = lazy.compile("[·•*★☆◆■●▲♥♦_~^+=|][\u4e00-\u9fff](?:[·•*★☆◆■●▲♥♦_~^+=|][\u4e00-\u9fff]){1,12}")
_TRADE = lazy.compile("体育|娱乐|博彩|彩票|赌|官网|投注|棋牌|六合|葡京|必威|特码|开奖|约炮|品茶|无码|威尼斯|太阳城")
_JOINT_ENDS = " \t\n\r，。；：、！？“”‘’《》〈〉()（）<>\"'=&/,;:!?|"
_NAME = lazy.compile("人民政府|政府|[\u4e00-\u9fff]{2}局|委员会|办公室|学院|大学|医院|中学|小学|党委")
_LONGEST = 60
_LONGEST_HEAD = 24
_MOST_JOINED = 300
_BEFORE = lazy.compile("[省市区县镇乡]|印发|关于|同意|[的以由对在为和与是及将被即《]")
_QUERY = lazy.compile(
    "官[方网]|app|下载|网[址站]|登[录陆]|注册|手机版|是多少|怎么|哪个|打不开|是真的|吗|信誉|线上|平台|在线|最新|入口"
    "|投注|彩|赌|博|bet|娱乐|体育|365",
    2,
)


def signs(page: PageText) -> Iterator[Sign]:
    """All signs of this family."""
    yield from _junk_tags(page)
    yield from _joined(page)
    yield from _domains(page)
    yield from _symbols(page)
    yield from _spaced(page)


def _junk_tags(page: PageText) -> Iterator[Sign]:
    if " id=" not in page.text:
        return
    found = list(_TAG_ID.finditer(page.text))
    tags: dict[str, list[re.Match[str]]] = {}
    for match in found:
        tags.setdefault(match[2], []).append(match)
    for value, same in tags.items():
        # One id belongs to one element: the same random one on several kinds of them is nobody's work but a spammer's.
        if len(same) >= _FEWEST_TAGS and len({match[1] for match in same}) > 1 and _RANDOM.search(value):
            yield Sign(same[0].start(), same[-1].end(), "junk_tags", 1.0)


def _joined(page: PageText) -> Iterator[Sign]:
    """Phrases joined by underscores inside running text (璧bet·365_…_365信誉线上人民政府), again and again or beside a name."""
    text = page.plain
    spans: list[tuple[int, int]] = []
    at = text.find("_")
    while at >= 0 and len(spans) < _MOST_JOINED:
        start, end = _around(text, at)
        if _is_phrase(text[start:end]):
            spans.extend(_phrases(text, start, end))
        at = text.find("_", max(at + 1, end))
    counts = Counter(text[start:end] for start, end in spans)
    for start, end in spans:
        queries = {match[0].lower() for match in _QUERY.finditer(text, start, end)}
        named = _NAME.match(text, end) is not None
        weight = 0.25 * min(3, len(queries)) + 0.4 * named + 0.3 * (counts[text[start:end]] > 1)
        if queries and weight >= 0.5:
            yield Sign(start, end, "joined_phrases", weight)


def _phrases(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The joined phrases in ``[start, end)`` without the words of the office around them; there may be several in one sentence."""
    while start < end:
        first = text.find("_", start, end)
        if first < 0:
            return
        last, name = first, None
        while name is None:
            following = text.find("_", last + 1, end)
            stop = following if following >= 0 else end
            name = _NAME.search(text, last + 2, stop)
            if following < 0:
                break
            last = following if name is None else last
        stop = name.start() if name else end
        yield _head(text, start, first), stop
        start = name.end() if name else end


def _head(text: str, start: int, first: int) -> int:
    """Where the phrase that leads up to the underscore at ``first`` begins: behind the last word of the sentence around it."""
    cut = max((match.end() for match in _BEFORE.finditer(text, start, first - 1)), default=start)
    query = _QUERY.search(text, cut, first)
    return query.start() if query and first - cut > _LONGEST_HEAD else cut


def _around(text: str, at: int) -> tuple[int, int]:
    """The phrase around the underscore at ``at``, up to punctuation or white space."""
    start = end = at
    while start > 0 and at - start < _LONGEST and text[start - 1] not in _JOINT_ENDS:
        start -= 1
    while end < len(text) and end - at < 2 * _LONGEST and text[end] not in _JOINT_ENDS:
        end += 1
    return start, end


def _is_phrase(value: str) -> bool:
    """Whether Chinese words stand on both sides of an underscore: no name of a file or variable."""
    parts = value.split("_")
    return sum(any("\u4e00" <= char <= "\u9fff" for char in part) for part in parts) > 1 and max(map(len, parts)) > 2


def _domains(page: PageText) -> Iterator[Sign]:
    text = page.plain
    loose: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _TLD.finditer(text):
        start = match.start()
        while start > 0 and text[start - 1] in _HOST_CHARS and match.start() - start < 64:
            start -= 1
        host = text[start : match.end()]
        before = text[max(0, start - 8) : start]
        if len(host) < 6 or _LAWFUL_HOST.search(host) or _LEADS_TO.search(before):
            continue
        if _NAME_COMES.search(before) and _OFFICE.match(text, match.end()):
            yield Sign(start, match.end(), "domain_for_name", 1.0)
        elif not page.is_against(start, match.end()):
            loose[host.lower()].append((start, match.end()))
    # The same suspicious host as a word of the sentence again and again, and nobody is sent there.
    for host, places in loose.items():
        if len(places) > 1 and is_suspicious(host):
            yield from (Sign(start, end, "domain_for_name", 1.0) for start, end in places)


def _symbols(page: PageText) -> Iterator[Sign]:
    """Symbols between words again and again, of more than one kind or inside words; a list has one kind at the heads of its lines."""
    if page.is_ordinary:
        return
    run: list[tuple[int, int]] = []
    for match in [*_STUFFED.finditer(page.text), None]:
        if run and (match is None or match.start() - run[-1][1] > 1):
            value = page.text[run[0][0] : run[-1][1]]
            kinds = {char for char in value if char in SYMBOLS}
            if len(run) >= _FEWEST_SYMBOLS:
                weight = 0.3 + 0.1 * len(run) + 0.25 * (len(kinds) - 1)
                yield Sign(run[0][0], run[-1][1], "symbol_stuffing", min(1.0, weight))
            run = []
        if match is not None:
            run.append(match.span())


def _spaced(page: PageText) -> Iterator[Sign]:
    """A word of this trade with a symbol behind each character (必·威·体·育), so that no list finds it."""
    for match in _SPACED.finditer(page.plain):
        first = max(0, match.start() - 1)
        if _TRADE.search(_SEPARATOR.sub("", page.plain[first : match.end()])):
            yield Sign(first, match.end(), "spaced_word", 1.0)
