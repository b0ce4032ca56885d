"""People whom everybody knows: history, letters, public life. A general dictionary holds them, or what stands beside them says so.

Of the dictionary, only names count that hardly anybody else bears: it also holds 张建国, and that can be any villager.
"""

from __future__ import annotations

from govredact.names import refused, store
from govredact.text import lazy

# In the dictionary as often as words that everybody uses, and of given-name characters that rarely come together.
_FREQUENT, _RARE_GIVEN = 140, 104
# So often that nobody else is meant: 邓小平.
_HOUSEHOLD = 103
# What bears the name of somebody known, behind the last of a list of names: 李白、苏轼的诗词, 邱少云、孔繁森精神.
_FAME_BEHIND = lazy.compile(
    "(?:[、和与][\u4e00-\u9fff]{2,3}){0,6}?等?(?:英雄|革命)?(?:烈士|将军|元帅)?(?:同志|先生)?的?"
    "(?:(?:先进|英雄|感人|模范)事迹|诗(?=[，。、；\n]|$)|精神|故居|故里|旧居|纪念[馆碑堂园日]|诞辰|诗[词歌集篇句文]|词作|名篇|名句|铜像|雕像|塑像|陵园|祠|烈士"
    "|将军|元帅|式的?好?干部)"
)
_FAME_BEFORE = lazy.compile(
    "(?:诗人|词人|文豪|先贤|革命先驱|革命烈士|民族英雄|(?:先秦|战国|秦|西汉|东汉|汉|三国|东晋|隋|唐|北宋|南宋|宋|元|明|清)(?:代|朝|末|初))"
    "(?:[\u4e00-\u9fff]{2,3}[、和]){0,6}$"
)
# 向张富清、黄大年同志学习: whom everybody is to learn from is known.
_MODEL_BEHIND = lazy.compile("(?:[、和与][\u4e00-\u9fff]{2,3}){0,6}?等?(?:英雄|革命)?(?:烈士)?(?:同志|先生)?(?:学习|致敬|看齐)")
_MODEL_BEFORE = lazy.compile("向(?:[\u4e00-\u9fff]{2,3}[、和]){0,6}$")
_FARTHEST = 32
# Names that stand for anybody in examples.
_ANYBODY = frozenset({"张三", "李四", "王五", "赵六", "孙七", "周八", "吴九", "郑十"})
_SHOPS = frozenset("记氏")
_SAYS = frozenset("诉说称向与和")


def is_public(name: str) -> bool:
    """Whether the name of three characters is a public one."""
    cost = store.known().get(name)
    if cost is None or cost > _FREQUENT:
        return False
    if cost <= _HOUSEHOLD:
        return True
    data = store.names()
    return data.middle.get(name[1], _RARE_GIVEN) + data.last.get(name[2], _RARE_GIVEN) >= _RARE_GIVEN


def is_famous(text: str, start: int, end: int) -> bool:
    """Whether what stands beside the name ``[start, end)`` says that it is famous: a dynasty, a memorial, a poem, a public name."""
    if text[start - 1 : start] == "、" and is_public(text[max(0, start - 4) : start - 1]):
        return True
    if text[end : end + 1] == "、" and is_public(text[end + 1 : end + 4]):
        return True
    first = max(0, start - _FARTHEST)
    if _MODEL_BEHIND.match(text, end) and _MODEL_BEFORE.search(text, first, start):
        return True
    return _FAME_BEHIND.match(text, end) is not None or _FAME_BEFORE.search(text, first, start) is not None


def is_nobody(name: str) -> bool:
    """Whether it stands for anybody, alone or with the word that follows (张三诉), for a shop (李记), or is no name (高一, 陈女士)."""
    if (len(name) == 2 and name[1] in _SHOPS) or refused.is_refused(name):
        return True
    return name[:2] in _ANYBODY and (len(name) == 2 or name[2:] in _SAYS)
