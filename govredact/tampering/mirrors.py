"""Mirrors of a page on another's domain: the text converted to traditional characters, marked with pinyin, damaged in its encoding.

Mirror farms convert copied pages so that search engines take them for new: character by character, which leaves forms that no writer of
traditional characters uses (關于, 背后, 規范), and with the reading in brackets behind common characters (國(guó)家). Lawful neighbours:
pages of Hong Kong, Macao and Taiwan, archives and old books; teaching material, which marks the readings of rare words and leaves the
next word apart.
"""

from __future__ import annotations

from govredact.lexicon import script
from govredact.tampering.text import TONED, Sign
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.tampering.text import PageText

_TONED = lazy.compile(f"[{TONED}]")
_READING = lazy.compile(f"[(（] ?[a-z{TONED}ü]{{1,6}} ?[)）]")
# Readings that are marked where nobody needs them: characters of everyday words, in the middle of a sentence.
_COMMON = frozenset(
    "关强务实现过开来时对应国将这个动进无产电区县题门问间员议从书报场机处能好事起为学说业点给经后里可以要到去年高成和看只便同更"
    "认构风环专项预采设资计测级组织继续建请订评试话该谈谁课论许证识"
)
_FEWEST_READINGS = 3
# Different characters where none of them is a traditional one.
_FEWEST_PLAIN = 4
# Places that a person is shown; the others are alike.
_SHOWN = 6

# Voices of offices of the mainland in traditional characters.
_OFFICIAL = (
    (lazy.compile("我[市縣区區州鎮鄉局院校](?!們)|我省"), 0.4),
    (lazy.compile("人民政府|人民代表大會|人大常委會"), 0.3),
    (lazy.compile("市委|省委|縣委|區委|黨委|黨組|黨支部|黨總支|紀委|組織部"), 0.3),
    (lazy.compile("公安局|公安分局|公安廳|派出所|公安機關"), 0.3),
    (lazy.compile("民警|犯罪嫌疑人|犯罪團伙|涉案|專案組|經查"), 0.3),
    (lazy.compile("市本級|區本級|縣本級|市直|縣直|省直|省管|市管"), 0.3),
    (
        lazy.compile(
            "[\u4e00-\u9fff]{1,6}[發字規函辦] ?[〔\\[（(〔] ?(?:19|20)[0-9]{2} ?[〕\\]）)〕] ?第?[0-9]{1,4}[號号]|政\\[(?:19"
            "|20)[0-9]{2}\\][0-9]{1,4}號"
        ),
        0.5,
    ),
    (
        lazy.compile(
            "各[縣市區州、]{1,6}人民政府|各有關單位|各直屬機構|各鄉鎮|各街道|各辦、局|印發給你們|貫徹執行|貫徹落實|特此通知"
            "|現通告如下|現公布"
        ),
        0.4,
    ),
    (lazy.compile("[縣市省區]政府|監委|八項規定|黨內|黨組織|黨建|黨支部|主題黨日"), 0.2),
    (lazy.compile("鄉鎮|街道辦|村委會|居委會|社區|應急管理|農業農村|發改委|住建局|財政局|教育局|衛健委|衛生健康"), 0.2),
    (lazy.compile("責任編輯|本報訊|原標題|供圖|記者從|通訊員|點擊數|瀏覽次數|索引號|發布日期|發布時間|字體[:：]"), 0.2),
)
# A document of an office, not news about it.
_DOCUMENT = lazy.compile(
    "印發給你們|各[縣市區州]、?[縣市區]?人民政府|[市區縣]本級|特此通知|[發字規] ?[〔\\[（(] ?20[0-9]{2} ?[〕\\]）)] ?[0-9]{1,4}號"
    "|各[鄉鎮街道、]{2,5}(?:人民政府|辦事處)|[市區縣]直(?:機關)?各?(?:單位|部門)|經[市區縣鎮鄉州省]{1,2}(?:人民政府|政府|黨委)同意"
)
# What a conversion character by character leaves, and the proper form is another one.
_LEFTOVER = lazy.compile(
    "[請關由至對位屬基鑒敢處善用終等大小高低]于|[背之以最然今前先事會身落延]后|后[續來面方期]|[規防示典模]范|范圍|[這那心家哪]里|里面"
    "|[聯關干]系|聯系|征[求收集詢地]|采[取用購訪納]|[余多]余|[一二三四五六七八九十百千萬0-9]余[萬千人年天名個家種元次]"
    "|標准|准[備確時則]|注冊|云[計端平]|奮斗|斗爭|并[且將對在把與為以]|干[部警]|[省市縣鎮黨幹]管干|游[戲覽客]|臺風|制[造作]品|扎實"
    "|松[懈動]|咨詢|沖[突擊]|丑[聞惡]"
)
# Signs of a text in another encoding than it was read in, between Chinese characters.
_MOJIBAKE = lazy.compile(
    "锟斤拷|烫烫烫|\ufffd{2}|[\u4e00-\u9fff]\\?[\u4e00-\u9fff\\[\\]][\u4e00-\u9fff]\\?|┑|[\u4e00-\u9fff][\uf8e0-\uf8ff\ue000-\ue0ff]"
)
_SHARE = 0.12
_FEWEST_HAN = 60


def signs(page: PageText) -> Iterator[Sign]:
    """Readings in brackets, and traditional text of a mainland office with the leftovers of a conversion."""
    readings = list(_readings(page))
    if _is_mirrored(page, readings):
        for start, end in readings[:_SHOWN]:
            yield Sign(start, end, "pinyin_mirror", 0.7 + 0.1 * min(10, len(readings)))
    if page.is_traditional:
        yield from _traditional(page)


def _is_mirrored(page: PageText, readings: list[tuple[int, int]]) -> bool:
    """Whether the marked characters are those of a converter: several, each with one reading, most of them with unmarked neighbours."""
    marked: dict[str, set[str]] = {}
    for start, end in readings:
        marked.setdefault(page.plain[start], set()).add(page.text[start + 1 : end])
    if len(readings) < _FEWEST_READINGS or len(marked) < 2 or any(len(forms) > 2 for forms in marked.values()):
        return False
    ends = {end for _, end in readings}
    rows = sum(start in ends for start, _ in readings)
    changed = sum(page.text[start] != page.plain[start] for start, _ in readings)
    running = sum("\u4e00" <= page.text[end : end + 1] <= "\u9fff" for _, end in readings)
    return rows * 2 < len(readings) and running * 3 >= len(readings) and (changed * 3 >= len(readings) or len(marked) >= _FEWEST_PLAIN)


def _readings(page: PageText) -> Iterator[tuple[int, int]]:
    """Common or traditional characters with a reading behind them, and text that goes on without a break."""
    text, plain = page.text, page.plain
    if page.is_ordinary or not _TONED.search(text):
        return
    for match in _READING.finditer(text):
        before, after = plain[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not before or not _TONED.search(match[0]) or not "\u4e00" <= before <= "\u9fff":
            continue
        changed = text[match.start() - 1] != before
        if (changed or before in _COMMON) and ("\u4e00" <= after <= "\u9fff" or (changed and after)):
            yield match.start() - 1, match.end()


def _traditional(page: PageText) -> Iterator[Sign]:
    sample = page.text[:20_000]
    if sum("\u4e00" <= char <= "\u9fff" for char in sample) < _FEWEST_HAN or script.foreign_share(sample) < _SHARE:
        return
    official = [(match, weight) for pattern, weight in _OFFICIAL for match in [pattern.search(page.text)] if match]
    leftovers = {match[0]: match for match in _LEFTOVER.finditer(page.text)}
    weight = sum(weight for _, weight in official) + min(0.6, 0.3 * len(leftovers))
    weight += 0.3 * (_MOJIBAKE.search(page.text) is not None)
    if official and weight >= 1 and (leftovers or _DOCUMENT.search(page.text)):
        first = min((match for match, _ in official), key=lambda match: match.start())
        yield Sign(first.start(), first.end(), "traditional_mirror", weight)
        for match in list(leftovers.values())[:_SHOWN]:
            yield Sign(match.start(), match.end(), "traditional_mirror", 0.5)
