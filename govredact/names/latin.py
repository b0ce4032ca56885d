"""Chinese names in Latin letters (Wang Xiaohong, LI Guoqiang), told from other words by the syllables of Pinyin and a surname."""

from __future__ import annotations

from govredact.text import lazy

_SYLLABLE = (
    "(?:(?:[bpmfdtnlgkhrzcsjqxyw]|zh|ch|sh)?(?:iang|iong|uang|iao|ian|ing|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve"
    "|a|o|e|i|u|v))"
)
_GIVEN = lazy.compile(f"{_SYLLABLE}(?:['-]?{_SYLLABLE}){{0,2}}")
_WRITTEN = lazy.compile("([A-Z][A-Za-z'-]{1,12})(?:,? {1,2}|,)([A-Z][A-Za-z'-]{0,12})(?: ([A-Z][a-z]{1,6}))?(?![0-9A-Za-z@_.])")
# Surnames that nine in ten people bear, as Pinyin; compound ones after them.
_ALL_SURNAMES = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao"
    " peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lv lu ding ren shen yao cui zhong tan wang fan jin shi liao"
    " jia xia fu fang bai zou meng xiong qin qiu hou yin xue yan duan lei long li tao he gu mao hao gong shao wan qian dai mo kong"
    " xiang tang chang wen kang shi niu fan ge xing an qi yi qiao wu pang zhuang nie zhang lu yue zhai ou geng guan lan jiao yu zuo"
    " liu gan zhu bao ning shang fu shu ruan ke ji mei tong ling bi shan ji pei huo tu sheng qu weng ran lu you jin guan chai meng"
    " hua ouyang shangguan sima zhuge huangfu weichi gongsun murong linghu situ"
)
_SURNAMES = frozenset(_ALL_SURNAMES.split())


def name_at(text: str, start: int) -> int:
    """The end of a Chinese name in Latin letters that begins at ``start``; 0 for none."""
    match = _WRITTEN.match(text, start)
    if match is None:
        return 0
    parts = [part.lower() for part in match.groups() if part]
    if parts[0] not in _SURNAMES and parts[-1] not in _SURNAMES:
        return 0
    return match.end() if all(_GIVEN.fullmatch(part) for part in parts) else 0
