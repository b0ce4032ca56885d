"""Spam of three trades in the text of a page: private lotteries, prostitution under the name of tea, rows of obscene keywords.

Their words have lawful uses (the welfare lottery draws numbers, people drink tea, courts try cases), so that it is their company that
speaks: several of them close together, at the head of a page, over and over again.
"""

from __future__ import annotations

from govredact.tampering.text import Sign
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.tampering.text import PageText

_LOTTERY = (
    # A private lottery of Macao or Hong Kong, and what is sold about it.
    (
        lazy.compile(
            "(?:澳门|新澳|老澳|澳彩|奥门|新奥|香港|港澳|港彩)[^，。；！？\n]{0,14}?(?:开奖|开码|特码|一肖"
            "|一码(?![通游互多畅集办全管通])|三肖|六肖|跑狗|平特"
            "|中特|天天彩|天天好彩|好彩|管家婆|王中王|四不像|白小姐"
            "|码报|生肖诗|马会资料|彩资料|彩票资料|六合彩)"
        ),
        0.8,
    ),
    (
        lazy.compile(
            "(?:澳门|新澳|老澳|澳彩|奥门|新奥|港澳|港彩|管家婆)[^，。；！？\n]{0,10}?(?:资料|精准|最准|免费|正版|内部|大全)[^，。"
            "；！？\n]{0,8}?(?:资料|精准|最准|正版|大全)"
        ),
        0.8,
    ),
    (
        lazy.compile(
            "(?:今晚|今期|本期|下期|每期|最准|精准|必中|全年|历史|内部|最快)[^，。；！？\n]{0,8}?(?:开奖|特码|一肖|一码|码报"
            "|资料大全|六合|开什么|出什么)"
        ),
        0.6,
    ),
    (
        lazy.compile(
            "香港[^，。；！？\n]{0,4}(?:正版|精准|最准)[^，。；！？\n]{0,6}(?:资料|大全)|天天开?好彩"
            "|[一二三四五六七八九]肖[一二三四五六七八九中必]{1,3}[码特中]|[一二三四五六七八九]码中特|特码资料"
            "|二四六天天|7{3,5}8{3,5}|濠江论坛|心水论坛|开奖记录[查大]|(?:白小姐|管家婆|王中王|曾道人|黄大仙|铁算盘)[^，。；"
            "！？\n]{0,10}?(?:[一二三四五六七八九]期|必出|必中|[一二三四五六七八九]肖|[一二三四五六七八九]码|开奖|资料|精准|心水|100%)"
        ),
        0.9,
    ),
    (
        lazy.compile(
            "(?:正确|精选|全面|词语|资料|权威|科学|最佳|动态|综合|深度|预测|实用性?|便于|详细)?(?:解答|解释|释义|解析|诠释|解读"
            "|策略)[^，。；！？\n]{0,6}(?:落实|讲解|推进方式|推进方案)"
        ),
        0.45,
    ),
    (
        lazy.compile(
            "_[A-Za-z]{0,8}[0-9]{0,4}\\.[0-9]{1,3}(?:\\.[0-9]{1,3})?[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]版[0-9]{1,3}\\.[0-9]{2,3}"
        ),
        0.35,
    ),
)
# Numbers as drawn: six and the special one.
_NUMBERS = lazy.compile("[0-4][0-9](?:[-,，、 ][0-4][0-9]){5} {0,2}T[:：] {0,2}[0-4]?[0-9]")
_SPECIAL = ("T:", "T：")
# The state's own lotteries draw in public.
_LAWFUL_LOTTERY = lazy.compile(
    "双色球|大乐透|福彩|体彩|福利彩票|体育彩票|七乐彩|排列[三五35]|快乐8|刮刮乐|3D|中福彩|赛马会|马会奖券|奖券基金|奖券收益"
)
_SOLD = lazy.compile("澳门|香港|新澳|精准|最准|生肖|特码|大金")
_DRAWS = lazy.compile("开奖|六合彩|特码|生肖")
_MACAO = lazy.compile("澳门|香港|新澳|奥门")

_TEA = "品茶|喝茶|约茶|嫩茶|茶女|茶妹|上茶|楼凤|莞式|约炮|约啪|包夜|援交|招嫖"
_COMPANY = (
    "同城|上课|资源|工作室|外卖|空降|上门|快餐|海选|一晚|自带|联系方式|微信|微信号|靠谱|可靠|大学城|附近|预约|私人|高端|学生妹|24小时"
    "|全国|速递|群|茶餐|全套|外围|桑拿"
    "|加微|加惫|电话|体验|夜聚|论坛|推荐|学习交流|交流圈|资源群|海选场|工作|兼职"
)
_TEA_COMPANY = lazy.compile(f"(?P<tea>{_TEA})|(?P<company>{_COMPANY})")
_CONTACT = lazy.compile(
    "(?:Q溦|薇信|溦信|威信|V信|徽信|加惫|嘉微|加V|[Qq扣]{1,2}[:：—\\-]{0,3})[^，。0-9\n]{0,3}[0-9]{3}[—\\-0-9]{4,}|[0-9]{3,5}—[0-9]{3,5}—"
)
_PLACE_TEA = lazy.compile("[市县区州](?:约茶|品茶外卖|喝茶外卖|嫩茶|新茶)")

_SMUT = lazy.compile(
    "国产|欧美|日韩|亚洲|日本|韩国|无码|有码|久久|精品|[一二三四五]区|[一二三]级|中文字幕|字幕|人妻|少妇|丝袜|麻豆|自拍|偷拍|自慰|内射"
    "|高潮|毛片|黄片|成人|午夜|色情|色欲|黄色|淫|乱码|免费观看"
    "|免费视频|免费看|免费|在线观看|在线播放|在线视频|在线|观看|播放|视频|高清|丁香|婷婷|伊人|五月|超碰|香蕉|蜜桃|蜜臀|蜜芽|番号"
    "|波多野结衣|东京热|一本道|草榴|四虎|嫩草|啪啪|强奸|乱伦|裸体|美女|女教师"
    "|熟女|熟妇|巨乳|爆乳|制服|诱惑|激情|电影|影院|影视|网站|免费网|综合|大片|自产|自在自线|不卡|野战|老妇|黑丝|福利|口爆|后入|轮奸"
    "|玩弄|扒开|私密|羞羞|做受|女人|男人|三区|专区|先锋|你懂的|色偷偷|男人的天堂|天堂|京东热|这里只有|色图|三年片|欧美性|性猛交|映画"
    "|传媒|大全|动漫|入口|性视频|文字暮|字暮"
    "|(?i:av|aⅴ|vs|xxx{0,3}|sex|porn|free|hd|tv|www|com|[0-9]{2,4})|热|色|操|日|爽|奶|超|性|肉|片|乱|网|的|人|国|国内|综"
)
_HARD = frozenset(
    (
        "无码",
        "人妻",
        "毛片",
        "黄片",
        "自慰",
        "内射",
        "色欲",
        "淫",
        "超碰",
        "蜜臀",
        "波多野结衣",
        "东京热",
        "一本道",
        "草榴",
        "四虎",
        "嫩草",
        "啪啪",
        "乱伦",
        "巨乳",
        "爆乳",
        "口爆",
        "轮奸",
        "羞羞",
        "做受",
        "熟女",
        "熟妇",
        "色情",
        "久久",
        "av",
        "aⅴ",
    )
)
_HAN = lazy.compile("[\u4e00-\u9fffA-Za-z0-9]")
_STOP = lazy.compile("[。！？；、]")
_FEWEST = 12
# So many different words of that kind make a row even without the worst of them, if one of these is among them.
_MANY = 6
_NEUTRAL = frozenset(
    ("成人", "午夜", "丝袜", "激情", "自拍", "偷拍", "诱惑", "大片", "色", "性", "热", "操", "av", "中文字幕", "三级", "一级", "福利")
)


def signs(page: PageText) -> Iterator[Sign]:
    """Signs of the three trades; the weight of each stretch of text speaks for itself."""
    yield from _lottery(page)
    yield from _tea(page)
    yield from _smut(page)


def _lottery(page: PageText) -> Iterator[Sign]:
    windows = page.windows(("high", "gambling"))
    lawful_page = bool(windows) and _LAWFUL_LOTTERY.search(page.plain) is not None and _MACAO.search(page.plain) is None
    for start, end in windows:
        found = [(match, weight) for pattern, weight in _LOTTERY for match in pattern.finditer(page.plain, start, end)]
        if not found or lawful_page or (_LAWFUL_LOTTERY.search(page.plain, start, end) and len(found) < 3):
            continue
        first, last = min(match.start() for match, _ in found), max(match.end() for match, _ in found)
        best: dict[float, float] = {weight: weight for _, weight in found}
        weight = min(2.0, sum(best.values())) + 0.35 * (start < page.head)
        if page.is_against(first, last, crime=True):
            weight *= 0.3
        yield Sign(first, last, "private_lottery", weight)
    if any(mark in page.plain for mark in _SPECIAL):
        yield from _numbers(page)
    yield from _draws(page)


def _numbers(page: PageText) -> Iterator[Sign]:
    for match in _NUMBERS.finditer(page.plain):
        around = page.plain[max(0, match.start() - 40) : match.end() + 20]
        if not _LAWFUL_LOTTERY.search(page.plain):
            yield Sign(match.start(), match.end(), "private_lottery", 0.8 + 0.4 * (_SOLD.search(around) is not None))


def _draws(page: PageText) -> Iterator[Sign]:
    """A page about the draws of a lottery that Macao does not have."""
    found = [seed for seed in page.seeds if _DRAWS.search(page.plain, seed.start, seed.end)]
    if len(found) < 3 or not _MACAO.search(page.plain) or _LAWFUL_LOTTERY.search(page.plain):
        return
    weight = 0.8 + min(0.6, 0.1 * (len(found) - 3)) + 0.3 * ("生肖" in page.plain)
    police = page.against(4) >= 4 and "特区政府" not in page.plain
    yield Sign(found[0].start, found[0].end, "private_lottery", weight * (0.3 if police else 1.0))


def _tea(page: PageText) -> Iterator[Sign]:
    windows = page.windows(("high", "obscene"), 30)
    found = [sign for window in windows for sign in _tea_in(page, *window)]
    places = [match.span() for window in windows for match in _PLACE_TEA.finditer(page.plain, *window)]
    if len(places) >= 3:
        found += [Sign(start, end, "prostitution", 0.3 + 0.2 * min(5, len(places))) for start, end in places]
    for sign in found:
        yield sign._replace(weight=sign.weight + min(0.4, 0.2 * (len(found) - 1)))


def _tea_in(page: PageText, start: int, end: int) -> Iterator[Sign]:
    """Tea words with their company at most four characters apart."""
    run: list[tuple[int, int, str, str]] = []
    tokens = [(m.start(), m.end(), str(m.lastgroup), m[0]) for m in _TEA_COMPANY.finditer(page.plain, start, end)]
    for token in [*tokens, (end + 99, end + 99, "", "")]:
        if run and token[0] - run[-1][1] > 4:
            yield from _tea_run(page, run)
            run = []
        run.append(token)


def _tea_run(page: PageText, run: list[tuple[int, int, str, str]]) -> Iterator[Sign]:
    words = {word for *_, word in run}
    # Drinking tea and tasting tea are two words for what everybody does.
    if len(words) < 2 or all(kind != "tea" for _, _, kind, _ in run) or words <= {"喝茶", "品茶"}:
        return
    first, last = run[0][0], run[-1][1]
    weight = 0.15 + 0.25 * len(words) + 0.35 * (first < page.head)
    weight += 0.5 * (_CONTACT.search(page.plain, max(0, first - 40), last + 40) is not None)
    if any(mark in page.plain[first:last] for mark in "、。；：《"):
        weight *= 0.4
    if page.is_against(first, last):
        weight *= 0.3
    yield Sign(first, last, "prostitution", weight)


def _smut(page: PageText) -> Iterator[Sign]:
    rows = [row for window in page.windows(("low", "obscene"), 80) for row in _rows(page, *window)]
    for row in rows:
        weight = row.weight + 0.3 * (len(rows) > 1)
        if weight >= 0.5:
            yield row._replace(weight=weight)


def _rows(page: PageText, start: int, end: int) -> Iterator[Sign]:
    """Rows of keywords in one window. What stands between their words is not much; around them there may be the page's own text."""
    seeds = page.seeds_between(start, end)
    if len(seeds) < 2:
        return
    for first, last in _dense(page, start, end):
        words = {match[0].lower() for match in _SMUT.finditer(page.plain, first, last)}
        hard = sum(word in _HARD for word in words) + len({s.start for s in seeds if s.level == "obscene" and first <= s.start < last})
        long = sum(len(word) > 1 for word in words)
        weight = 0.08 * long + 0.3 * hard + 0.15 * (first < page.head) + 0.4 * (long >= _MANY and not _NEUTRAL.isdisjoint(words))
        if weight >= 0.3:
            yield Sign(first, last, "obscene_keywords", weight * (0.3 if page.is_against(first, last) else 1.0))


def _dense(page: PageText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of ``[start, end)`` that consist of such words by half and more: the row of keywords, not the text beside it."""
    spans = [match.span() for match in _SMUT.finditer(page.plain, start, end)]
    run: list[tuple[int, int]] = []
    for span in [*spans, (end + 99, end + 99)]:
        if run and (span[0] - run[-1][1] > 6 or _STOP.search(page.plain, run[-1][1], span[0]) or not _keeps_dense(page, run, span)):
            if _letters(page, run[0][0], run[-1][1]) >= _FEWEST:
                yield run[0][0], run[-1][1]
            run = []
        run.append(span)


def _keeps_dense(page: PageText, run: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    if span[1] > len(page.plain) + 50:
        return False
    covered = sum(b - a for a, b in run) + span[1] - span[0]
    return covered * 2 >= _letters(page, run[0][0], span[1])


def _letters(page: PageText, start: int, end: int) -> int:
    return sum(1 for _ in _HAN.finditer(page.plain, start, end))
