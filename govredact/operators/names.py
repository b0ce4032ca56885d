"""Names with only the surname left: 张*, 欧阳**, 买**·**, J*** S****; or 张某某."""

from __future__ import annotations

from govredact.operators.base import hidden_at, significant

# Surnames of two characters that are in use today; in front of at least one character of a given name.
_COMPOUND = (
    "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 西门 申屠 太史 澹台 呼延 "
    "闻人 赫连 公冶 钟离 濮阳 淳于 单于 鲜于 闾丘 亓官 仲孙 百里 东郭 南门 羊舌 微生 梁丘 左丘 东门 第五 拓跋 完颜 纳兰 耶律 "
    "万俟 宗政 公羊 巫马 漆雕 乐正 壤驷 拓拔 谷梁 司寇 段干 贺兰 叶赫 爱新觉罗"
)
COMPOUND = frozenset(_COMPOUND.split())
_LONGEST = max(map(len, COMPOUND))


def mask_name(value: str, mask: str) -> str:
    """``value`` with ``mask`` for every character behind the surname; a single character is hidden too."""
    positions = significant(value)
    if value.isascii() and not mask.isascii():
        mask = "*"  # 某 stands for Chinese characters only
    return hidden_at(value, positions[_shown(value, positions) :], mask)


def _shown(value: str, positions: list[int]) -> int:
    if len(positions) < 2:
        return 0
    read = "".join([value[position] for position in positions])
    for length in range(min(_LONGEST, len(read) - 1), 1, -1):
        if read[:length] in COMPOUND:
            return length
    return 1
