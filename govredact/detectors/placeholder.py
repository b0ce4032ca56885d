"""占位符: what a form or template asks to be filled in and nobody filled in (XX市, 某某单位, 此处填写, {{name}}, lorem ipsum).

Masks are no placeholders: 张××, 138****1234 and 公民身份号码XXX stay. Nor are templates whose purpose is to be filled in.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan

_ALL_UNITS = "省 市 县 区 镇 乡 村 街道 局 委 厅 办公室 公司 单位 部门 学校 医院 项目 年 人民政府"
_UNITS = _ALL_UNITS.split()
_SIGNS = ("xx", "××", "某某", "○○")
_ALL_TEXTS = (
    "点击此处 单击此处 此处填写 此处输入 在此输入 请在此处 在此处键入 待补充 （待填） 这是一个测试 测试文章 测试标题 标题标题 【】 《》 "
    "#ref! #value! #name? #div/0! undefined年 nan年 null年"
)
_TEXTS = (*_ALL_TEXTS.split(), "lorem ipsum", "[object object]")
# A model text says so: a form to be filled in, an example, a rule about how to write something.
_MODEL = lazy.compile('样式|样本|式样|范本|范文|模板|模版|格式|示例|样例|参考文本|文书|填写|例如|譬如|如[：:“]|例[：:]|用[“"]')
_REACH = 60
_RUN = lazy.compile("[Xx×某○ＸｘＸ]+")
_INSIDE = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz×*＊某")


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The anchor if it is left over in a text that is no template."""
    text = scan.text
    if text[start - 1 : start] in _INSIDE or _is_model(text, start):
        return
    if text[start:end] == "《》" and text[start - 1 : start] in '用“‘"':
        return
    last = text[end : end + 1]
    if text[start:end].endswith("年") and last in ("级", "龄", "轻", "以"):
        return
    yield Candidate(start, end, "PLACEHOLDER", 0.8, ("placeholder",), "placeholder")


def _is_model(text: str, start: int) -> bool:
    """Whether the text around calls itself a template, in its title or beside the place."""
    return bool(_MODEL.search(text, 0, 80) or _MODEL.search(text, max(0, start - _REACH), start))


DETECTOR = Detector(
    name="placeholder",
    entities=("PLACEHOLDER",),
    source="三审三校 初审: proofreading of the whole text",
    anchors=(*_TEXTS, *(sign + unit for sign in _SIGNS for unit in _UNITS)),
    on_anchor=find,
    found=(
        Example("XX市人民政府关于表彰的决定", "XX市"),
        Example("联系某某单位办理", "某某单位"),
        Example("请点击此处输入正文", "点击此处"),
        Example("根据《》的规定", "《》"),
    ),
    clean=(
        "当事人张××，住××路",
        "公民身份号码XXX",
        "附件：申请书格式\n申请人：XX市XX公司",
        "证号330***XX市",
        "王某某单位负责人",
        "例如：XX市某局",
    ),
)
