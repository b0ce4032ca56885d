"""转载来源: a reprint that names no source, names none that may be reprinted, or takes a central or provincial document from elsewhere.

国办发〔2017〕47号: reprints name their source; websites' rules: 中央文件 only from 人民日报, 新华社, 中国政府网 and ministries, 省级文件
from the province's own site. The level is what the caller gave (``--level central|provincial``), else what the title of a central
document says.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.whole import Page, Whole
    from govredact.models import Observation
    from govredact.tampering.provenance import Said

_REPRINT = lazy.compile(
    "(?:^|[\n（(])[ \u3000]*(?:本文)?(?:转载自?|转自|摘自|摘编自)|(?:^|\n)[ \u3000]*(?:新华社|中新社"
    "|人民日报)[\u4e00-\u9fff]{0,6}[0-9]{1,2}月[0-9]{1,2}日[电讯]"
)
_NAMED = lazy.compile(
    '(?:转载自|转自|摘自|摘编自)[:：《“"]?[\u4e00-\u9fffA-Za-z]{2}|(?:新华社|中新社'
    "|人民日报)[\u4e00-\u9fff]{0,6}[0-9]{1,2}月[0-9]{1,2}日[电讯]"
)
_NO_SOURCE = lazy.compile(
    "(?:网络|互联网|本站整理|网友|佚名|不详|未知|网上|百度|微博|朋友圈|论坛|贴吧|知乎|抖音|快手|小红书|今日头条"
    "|搜狐号|百家号|自媒体)(?:整理|转载|综合)?"
)
_CENTRAL = lazy.compile(
    "人民日报|人民网|新华社|新华网|中国政府网|中央人民政府|国务院|中央|求是|央视|[\u4e00-\u9fff]{2,8}(?:部|委员会"
    "|总局|总署|银行|最高人民[\u4e00-\u9fff]{2})$|gov\\.cn"
)
_PROVINCIAL = lazy.compile("(?:省|自治区|直辖市|北京|天津|上海|重庆)[\u4e00-\u9fff]{0,12}(?:政府|厅|委|局|网|日报|办公室)|日报|gov\\.cn")
_CENTRAL_TITLE = lazy.compile("(?:中共中央|国务院|全国人大常委会|中共中央办公厅|国务院办公厅)[\u4e00-\u9fff 、]{0,20}(?:关于|印发)")
_LEVELS = {"central": "central", "中央": "central", "国家": "central", "provincial": "provincial", "省": "provincial", "省级": "provincial"}
_TITLE = 60


def find(whole: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
    """What is wrong with the sources that ``whole`` names, or that it names none."""
    from govredact.tampering import provenance

    pages = provenance.text_pages(whole)
    if not pages:
        return
    said = list(provenance.sources(whole))
    named = [source for source in said if source.value]
    if whole.origin.source and not named:
        text = pages[0].scan.text
        named = [provenance.Said(pages[0], 0, min(len(text), _TITLE), whole.origin.source)]
    for source in named:
        reason = _fault(source.value, _level(whole, pages[0]))
        if reason:
            yield source.place, _candidate(source, reason)
    if said and not named and _is_unnamed_reprint(pages[0].scan.text):
        yield said[0].place, _candidate(said[0], "source_missing")


def _is_unnamed_reprint(text: str) -> bool:
    return _REPRINT.search(text) is not None and _NAMED.search(text) is None


def _level(whole: Whole, page: Page) -> str:
    level = _LEVELS.get(whole.origin.level.strip().lower(), "")
    if level or whole.origin.level:
        return level
    title = whole.origin.title or page.scan.text.lstrip()[:_TITLE].partition("\n")[0]
    return "central" if _CENTRAL_TITLE.match(title) else ""


def _fault(source: str, level: str) -> str:
    if _NO_SOURCE.fullmatch(source):
        return "source_is_none"
    if level == "central" and not _CENTRAL.search(source) and not _PROVINCIAL.search(source):
        return "source_not_for_central"
    return "source_not_for_provincial" if level == "provincial" and not (_PROVINCIAL.search(source) or _CENTRAL.search(source)) else ""


def _candidate(source: Said, reason: str) -> Candidate:
    return Candidate(source.start, source.end, "REPRINT_SOURCE", 0.8, (reason,), "reprint_source")


DETECTOR = Detector(
    name="reprint_source",
    entities=("REPRINT_SOURCE",),
    source="国办发〔2017〕47号 政府网站发展指引; 国办秘函〔2019〕19号",
    on_document=find,
    found=(
        Example("健康小知识\n来源：网络\n多喝水。", "来源：网络"),
        Example("国务院办公厅关于加强管理的通知\n来源：某某资讯站\n各省：", "来源：某某资讯站"),
        Example("会议要闻\n来源：\n（转载）会议强调", "来源："),
    ),
    clean=(
        "工作动态\n来源：青山县教育局\n近日召开会议。",
        "国务院办公厅关于加强管理的通知\n来源：中国政府网\n各省：",
        "科室新闻\n发布时间：2017-07-11 来源：\n我科举行活动。",
        "要闻\n来源：\n新华社北京3月1日电 会议召开",
    ),
)
