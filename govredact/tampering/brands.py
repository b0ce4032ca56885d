"""Brand names of gambling sites where the name of an office, school or hospital belongs (某某威尼斯人民政府, 来源：某某体育直播).

Hijackers replace a name by what people type into search engines: a brand, digits or Latin letters, 体育 or 娱乐, and 官网, 登录,
app下载. Such words stand in one *chain* without anything else between them; a chain of several kinds says more than any of its words.
Police news names single brands; there the sentence speaks of enforcement.
"""

from __future__ import annotations

from govredact.tampering.text import SYMBOLS, Sign
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.tampering.text import PageText, Seed

# What an office's site calls itself as well: says something beside a brand only.
_SITE = (
    "官方网站|官方网址|官方网页|官方入口|官方登录|官方|官网|网站|网址|网页版|网页|登录|登陆|登入|入口|注册|开户|APP|App|app|下载|安装"
    "|手机版|手机端"
    "|手机|客户端|平台|在线|线上|直播吧|直播|最新|版本|安卓|苹果|ios|IOS|大厅|首页|主页|信誉|诚信|导航|代理|优惠|充值|提款|线路|检测"
    "|备用|链接|综合"
    "|集团|全站|电脑版|正版|免费|全球|会员|中心|旗舰厅|旗舰店|贵宾厅|优越会|总站|唯一|指定|正网|现金网|信用网|大全|欢迎您|竞猜|安装版"
)
_PLAY = (
    "体育|娱乐|娱人|国际|棋牌|电竞|电玩|电子|游戏|彩票|真人|足球|篮球|欧洲杯|世界杯|欧冠|英超|亚洲杯|俱乐部|捕鱼|贵宾会|运动|影院|影视"
    "|电影|视频|赛事"
    "|竞猜|欢乐|亚洲|城|赌|彩|博"
)
_PLACE = "澳门|英国|菲律宾|柬埔寨|香港|拉斯维加斯"
_TOKEN = lazy.compile(
    f"(?P<play>投注|博彩|娱乐城|娱乐场|娱人城|赌场|赌城|老虎机|百家乐|{_PLAY})|(?P<site>{_SITE})|(?P<place>{_PLACE})"
    "|(?P<latin>[A-Za-z0-9]{1,24})|(?P<joint>股份有限公司|有限公司|[_|·\\-—–~+/【】\\[\\]（）() ])"
)
_SITE_WORD = lazy.compile(_SITE)
_SITES = lazy.compile(f"(?:{_SITE}|[()（）·]){{1,6}}")
_GAMBLING = frozenset(("投注", "博彩", "娱乐城", "娱人城", "赌场", "赌城", "老虎机", "百家乐"))
_WEIGHTS = {"critical": 0.6, "gambling": 0.6, "obscene": 0.6, "medium": 0.35, "sites": 0.2}
_STRONG = 0.6
_ASCII = lazy.compile("[0-9A-Za-z]{2}")
_BRANDS = frozenset(("critical", "gambling", "obscene", "medium"))
# Numbers of years, channels and hotlines are no brands.
_NO_BRAND = lazy.compile(
    "(?:19|20)[0-9]{2}|[0-9]|1[0-9]|(?i:ac|fc|vs|cctv[0-9]*|qq|pp|nba|cba|cuba|[0-9]?[gkd]|vr|ai|it|tv|wifi|h5|pc|e|oa|id|vip)|12345"
    "|12306|12315|400"
)
_NAME_AFTER = lazy.compile(
    " ?(?:[\u4e00-\u9fff]?[省市区县镇乡州盟旗]|[\u4e00-\u9fff]{0,2}街道)?(?:人民政府|政府|党委|党组|党支部|党总支|党工委|支部|纪委|纪检"
    "|工会|团委|妇联|办公室|办公厅|委员会|管委会"
    "|[\u4e00-\u9fff]{0,6}局|[\u4e00-\u9fff]{0,4}学院|[\u4e00-\u9fff]{0,3}大学|[\u4e00-\u9fff]{0,4}医院|学校|全校|全院|师生|教师"
    "|教职工|教工|职工|老师|学生|同学"
    "|研究生|硕士|博士|本科|[\u4e00-\u9fff]{0,6}硕士|招生|校友|校区|校园|党员|干部|领导|科室|内科|外科|护理|门诊"
    "|[\u4e00-\u9fff]?(?:院长|校长|书记|主任|教授|副教授|局长)|召开|举行|举办|开展|组织"
    "|承办|荣获|隆重|顺利|成功|成立|关于|章程|[\u4e00-\u9fff]{0,8}管理办法|[\u4e00-\u9fff]{0,6}制度|[\u4e00-\u9fff]{0,4}预算|决算"
    "|第[一二三四五六七八九十0-9]{1,3}[届次]|20[0-9]{2}(?:年|级|届)"
    "|图书馆|档案馆|博物馆|[\u4e00-\u9fff]{1,4}处(?![理于在])|人民法院|法院|检察院|护理部|股份|研究院|研究所|实验室|课题组|网络中心"
    "|后勤|代表队|新闻|信息公开|通知|公告|公示|科研|教学|学科|专业|[（(](?:以下)?(?:简称|统称))"
)
_NAME_BEFORE = lazy.compile(
    "(?:来源|出处|发布机构|发布单位|发布者|发布人|作者|供稿|单位|单位名称|当前位置|现在的位置|版权所有|主办|承办|发文机关|名称"
    '|欢迎来到|欢迎访问|我校|我院|同意|印发|关于|中国共产党|中共|学校名称为|简称|是)[:：\\s《“"©]{0,3}$'
)
_AT = lazy.compile("[在于到赴抵往位从与和、及]$")


# 澳门博彩监察协调局, 博彩业, 博彩企业: the trade as a subject of lawful texts.
_TRADE = lazy.compile("(?<=博彩)(?:监察|业|企|税|法|承批|收入|毛收入|经营|中介|产业|委员会|监管|股份|从业|旅游|公司|场)")


# The state's own lottery 七乐彩, and streets: 葡京路, 银河大街.
_LAWFUL_LOTTERY = lazy.compile("七乐彩")
_STREET = lazy.compile("(?:西|东|南|北|中|[一二三四五六七八九十])?(?:路(?!线)|街(?!道|机)|大道|大街|巷|小区)")
# A company of that name (万博电子有限公司), without any word of a site.
_COMPANY = lazy.compile("[\u4e00-\u9fff]{0,4}(?:股份)?有限(?:责任)?公司")
_SELLS = lazy.compile("官[网方]|登录|(?i:app)|体育|下载|投注|平台|中国")


class _Chain(NamedTuple):
    start: int
    end: int
    weight: float
    joined: bool
    branded: bool


def signs(page: PageText) -> Iterator[Sign]:
    """The chains that look like a replaced name, each where it stands."""
    windows = page.windows(("critical", "medium", "gambling", "obscene"))
    chains = [chain for window in windows for chain in _chains(page, *window)]
    named: dict[str, list[bool]] = {}
    for chain in chains:
        named.setdefault(page.plain[chain.start : chain.end], []).append(_is_name(page, chain))
    for chain in chains:
        places = named[page.plain[chain.start : chain.end]]
        weight = _in_place(page, chain, len(places) if any(places) else 1)
        # The same name again, Latin letters in it, on a page that does not speak of crime at all.
        again = weight >= _STRONG and len(places) > 1 and not any(places)
        weight += 0.2 * (again and _ASCII.search(page.plain, chain.start, chain.end) is not None and page.against(1) == 0)
        if weight >= 0.5:
            yield Sign(chain.start, chain.end, "brand_in_place", weight)


def _chains(page: PageText, start: int, end: int) -> Iterator[_Chain]:
    """Runs of tokens that touch each other and hold a seed."""
    tokens = [(seed.start, seed.end, _kind(page, seed)) for seed in page.seeds_between(start, end) if seed.level in _WEIGHTS]
    taken = {at for first, last, _ in tokens for at in range(first, last)}
    matches = _TOKEN.finditer(page.plain, start, end)
    tokens += [(match.start(), match.end(), str(match.lastgroup)) for match in matches if match.end() - 1 not in taken]
    tokens.sort()
    run: list[tuple[int, int, str]] = []
    for token in tokens:
        if run and token[0] > max(run[-1][1], run[0][1]):
            yield from _chain(page, run)
            run = []
        run.append(token)
    yield from _chain(page, run)


def _kind(page: PageText, seed: Seed) -> str:
    """The level of a seed; ``sites`` for words that each site uses (登录入口) and for what no site calls itself (赌博网站)."""
    plain = _SITES.fullmatch(page.plain, seed.start, seed.end) or "赌博" in page.plain[seed.start : seed.end]
    return "sites" if plain else seed.level


def _chain(page: PageText, run: list[tuple[int, int, str]]) -> Iterator[_Chain]:
    """The chain that ``run`` makes, without what joins nothing at its ends; none without a seed."""
    while run and (run[0][2] == "joint" or _is_apart(page, run)):
        run = run[1:]
    while run and run[-1][2] == "joint":
        run = run[:-1]
    kinds = {kind for _, _, kind in run}
    if kinds.isdisjoint(_WEIGHTS):
        return
    start, end = run[0][0], max(b for _, b, _ in run)
    weight = sum(_seed_weights(page, run)) + _play(page, run) + _latin(page, run) + 0.15 * ("place" in kinds)
    weight += min(0.5, 0.2 * len({match[0] for match in _SITE_WORD.finditer(page.plain, start, end)}))
    joints = [page.plain[a:b] for a, b, kind in run if kind == "joint"]
    joined = any(mark in "_|·【-" for mark in joints)
    branded = not kinds.isdisjoint(_BRANDS)
    yield _Chain(start, end, weight + 0.2 * joined, "_" in joints, branded)


def _is_apart(page: PageText, run: list[tuple[int, int, str]]) -> bool:
    """Whether the first token is a Latin word with a space behind it (keywords 澳门…): it belongs to something else."""
    return len(run) > 2 and run[0][2] == "latin" and page.plain[run[1][0] : run[1][1]] == " "


def _seed_weights(page: PageText, run: list[tuple[int, int, str]]) -> Iterator[float]:
    """One weight for each different word, the best of those that overlap; the others hardly count."""
    seeds = sorted((token for token in run if token[2] in _WEIGHTS), key=lambda token: (-_WEIGHTS[token[2]], token))
    taken: set[int] = set()
    words: set[str] = set()
    for start, end, kind in seeds:
        if page.plain[start:end] not in words:
            yield 0.1 if taken.intersection(range(start, end)) else _WEIGHTS[kind]
        words.add(page.plain[start:end])
        taken.update(range(start, end))


def _play(page: PageText, run: list[tuple[int, int, str]]) -> float:
    words = {page.plain[a:b] for a, b, kind in run if kind == "play"}
    words |= {word for word in _GAMBLING if word in page.plain[run[0][0] : run[-1][1]]}
    return min(0.6, sum(0.3 if word in _GAMBLING else 0.2 for word in words))


def _latin(page: PageText, run: list[tuple[int, int, str]]) -> float:
    words = [page.plain[a:b] for a, b, kind in run if kind == "latin"]
    return 0.2 if any(not _NO_BRAND.fullmatch(word) for word in words) else 0.0


def _is_name(page: PageText, chain: _Chain) -> bool:
    """Whether the chain stands where the name of an office belongs: before 人民政府, after 来源: and the like."""
    before = page.plain[max(0, chain.start - 14) : chain.start]
    after = _NAME_AFTER.match(page.plain, chain.end) is not None and not _AT.search(before)
    return after or _NAME_BEFORE.search(before) is not None


def _is_framed(page: PageText, chain: _Chain) -> bool:
    """Whether symbols stand around the chain (★【…】★)."""
    around = page.text[max(0, chain.start - 2) : chain.start] + page.text[chain.end : chain.end + 2]
    return any(char in SYMBOLS for char in around)


def _in_place(page: PageText, chain: _Chain, count: int) -> float:
    """The weight of a chain where it stands: in the place of a name more, in a sentence about enforcement less.

    ``count`` is how often the same chain stands on the page, if one of the places is that of a name.
    """
    weight, named = chain.weight, _is_name(page, chain)
    is_company = _COMPANY.match(page.plain, chain.end) and not _SELLS.search(page.plain, chain.start, chain.end)
    if is_company or _TRADE.match(page.plain, chain.end) or _LAWFUL_LOTTERY.match(page.plain, max(0, chain.start - 1)):
        return 0.0
    if weight <= _STRONG and not chain.joined and _STREET.match(page.plain, chain.end):
        return 0.0
    if not chain.branded and count < 2:
        return 0.0
    if named:
        weight += 0.5 if chain.weight >= 0.5 else 0.3
    if count > 1 and chain.weight >= 0.5:
        weight += 0.3 if count == 2 else 0.5
    if page.is_against(chain.start, chain.end, crime=named) and not (chain.joined or (named and chain.weight >= 0.75)):
        weight *= 0.3
    elif _is_framed(page, chain):
        weight += 0.2
    return weight
