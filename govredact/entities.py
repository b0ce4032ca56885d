"""The one registry of entity types: names, categories, default actions and operators.

The table is part of the contract (DESIGN section 7). A new entity type is one more line here.
"""

from __future__ import annotations

from govredact.errors import UnknownEntityError
from govredact.typed import NamedTuple


class EntityType(NamedTuple):
    """One kind of finding; `operator` is the default one, written as in a policy file."""

    name: str
    zh: str
    category: str
    action: str
    severity: str
    gate: str
    operator: str = ""
    notes: str = ""


_ROWS = (
    EntityType("CN_RESIDENT_ID", "居民身份证号", "private", "mask", "high", "保密关", "mask 2+3", "15 and 18 digits"),
    EntityType("CN_HMT_RESIDENCE_PERMIT", "港澳台居民居住证号", "private", "mask", "high", "保密关", "mask 2+3", "region 81/82/83"),
    EntityType("CN_FOREIGNER_ID", "外国人永久居留身份证号", "private", "mask", "high", "保密关", "mask 1+3"),
    EntityType("CN_HKM_PERMIT", "港澳通行证号", "private", "mask", "high", "保密关", "mask 1+2", "来往内地, 往来港澳"),
    EntityType("CN_TW_PERMIT", "台湾通行证号", "private", "mask", "high", "保密关", "mask 1+2", "来往大陆, 往来台湾"),
    EntityType("CN_PASSPORT", "护照号", "private", "mask", "high", "保密关", "mask 1+2"),
    EntityType("CN_MILITARY_ID", "军人证件号", "private", "mask", "high", "保密关", "mask 1+2"),
    EntityType("CN_DISABILITY_ID", "残疾人证号", "private", "mask", "high", "保密关", "mask 2+0", "the kind and grade at its end go too"),
    EntityType("CN_STUDENT_ID", "学籍号", "private", "mask", "high", "保密关", "mask 1+3"),
    EntityType("CN_SOCIAL_SECURITY_CARD", "社会保障卡号", "private", "mask", "high", "保密关", "mask 1+2"),
    EntityType("CN_DRIVER_LICENCE", "驾驶证号和档案编号", "private", "mask", "high", "保密关", "mask 2+2"),
    EntityType("CN_MOBILE", "手机号码", "private", "mask", "high", "保密关", "mask 3+4", "as contact of an office: review, medium"),
    EntityType("CN_LANDLINE", "家庭固定电话", "private", "mask", "high", "保密关", "mask area+2", "only where labelled as a home's"),
    EntityType("BANK_CARD", "银行卡号", "private", "mask", "high", "保密关", "mask 4+4"),
    EntityType("BANK_ACCOUNT", "银行账号", "private", "mask", "high", "保密关", "mask 0+4"),
    EntityType("HOME_ADDRESS", "家庭住址", "private", "mask", "high", "保密关", "generalize to town"),
    EntityType("BIRTH_DATE", "出生日期", "private", "mask", "medium", "保密关", "generalize to year"),
    EntityType("EMAIL", "个人电子邮箱", "private", "mask", "medium", "保密关", "mask 1+domain", "gov.cn and office mailboxes: allow"),
    EntityType("QQ", "QQ号", "private", "mask", "medium", "保密关", "mask 2+1"),
    EntityType("WECHAT", "微信号", "private", "mask", "medium", "保密关", "mask 2+1"),
    EntityType("CN_VEHICLE_PLATE", "车牌号", "private", "mask", "medium", "保密关", "mask 2+1"),
    EntityType("VIN", "车辆识别代号", "private", "mask", "medium", "保密关", "mask 3+2"),
    EntityType("MEDICAL_RECORD_NO", "病历号和住院号", "private", "mask", "medium", "保密关", "mask 0+2"),
    EntityType("EXAM_NO", "准考证号", "private", "mask", "medium", "保密关", "mask 2+3", "recruitment: allow"),
    EntityType("HOUSEHOLD_NO", "户口簿号", "private", "mask", "medium", "保密关", "mask 0+2"),
    EntityType("PROPERTY_NO", "不动产权证号", "private", "mask", "medium", "保密关", "mask 0+3"),
    EntityType("PERSON", "姓名", "private", "review", "low", "保密关", "mask surname", "protected person (minor, informant, petitioner, victim, witness): mask, critical"),
    EntityType("HEALTH_FACT", "健康状况", "private", "review", "high", "保密关", "remove", "tied to a person"),
    EntityType("SPECIAL_STATUS", "特定身份", "private", "review", "high", "保密关", "remove", "tied to a person"),
    EntityType("CREDENTIAL", "账号口令和密钥", "private", "mask", "critical", "保密关", "remove"),
    EntityType("WEAK_MASK", "遮盖不足", "private", "mask", "high", "保密关", "mask fully", "fewer than 5,000 candidates left; of a name: review, low"),
    EntityType("FAKE_REDACTION", "虚假遮盖", "private", "mask", "critical", "保密关", "remove"),
    EntityType("HIDDEN_CONTENT", "隐藏内容", "private", "review", "medium", "保密关", "remove", "clean-up list of a masked copy"),
    EntityType("TRADE_SECRET_MARK", "商业秘密标志", "sensitive", "review", "high", "保密关", "", "报价明细, 技术方案, 商业秘密 as a mark"),
    EntityType("IP_ADDRESS", "IP地址", "sensitive", "review", "low", "保密关", "mask", "private ranges: an internal network"),
    EntityType("MAC_ADDRESS", "MAC地址", "sensitive", "review", "low", "保密关", "mask"),
    EntityType("COORDINATES", "坐标", "sensitive", "review", "low", "保密关", "generalize"),
    EntityType("MINOR_DATA", "未成年人信息", "sensitive", "review", "high", "保密关", "", "raises its whole record"),
    EntityType("AGGREGATION", "数据汇聚", "sensitive", "review", "high", "保密关"),
    EntityType("CLASSIFICATION_MARK", "密级标志", "secrecy", "block", "critical", "保密关"),
    EntityType("WORK_SECRET_MARK", "工作秘密标志", "secrecy", "block", "critical", "保密关"),
    EntityType("INTERNAL_MARK", "内部资料标志", "secrecy", "block", "high", "保密关"),
    EntityType("DISCLOSURE_MARK", "非主动公开标志", "secrecy", "block", "high", "保密关", "", "依申请公开, 不予公开, 此件不公开 as attribute"),
    EntityType("DRAFT_MARK", "未定稿标志", "sensitive", "review", "high", "政策关", "", "送审稿 …; exempt: a call for opinions"),
    EntityType("KEYWORD", "词表命中", "sensitive", "review", "high", "政治关", "", "category and severity may come from the list"),
    EntityType("PAGE_HIJACK", "页面篡改", "sensitive", "review", "critical", "政治关"),
    EntityType("HIDDEN_LINK", "暗链", "sensitive", "review", "critical", "法律关"),
    EntityType("BAD_LINK", "违规链接", "sensitive", "review", "high", "法律关"),
    EntityType("ADVERTISEMENT", "商业广告", "sensitive", "review", "medium", "法律关"),
    EntityType("REPRINT_SOURCE", "转载来源", "sensitive", "review", "low", "政策关"),
    EntityType("DATE_MISMATCH", "时间不符", "sensitive", "review", "medium", "政策关", "", "publication before approval or document date, altered dates"),
    EntityType("APPROVAL_TRIGGER", "需上级审批", "sensitive", "review", "medium", "政治关", "", "an event with date, place or casualties, not the topic word"),
    EntityType("TYPO", "错别字", "quality", "note", "low", "文字关", "", "names of the state and its institutions: medium"),
    EntityType("PLACEHOLDER", "占位符", "quality", "note", "low", "文字关"),
    EntityType("NUMBER_MISMATCH", "数字不一致", "quality", "note", "low", "文字关"),
    EntityType("DOCUMENT_METADATA", "文档属性", "quality", "note", "low", "保密关", "remove", "clean-up list of a masked copy"),
    EntityType("CN_USCC", "统一社会信用代码", "public", "allow", "low", "法律关", "", "blocks overlapping candidates"),
    EntityType("PUBLIC_PHONE", "公开电话", "public", "allow", "low", "法律关", "", "office landlines, hotlines, 400, 95…"),
    EntityType("PUBLIC_ADDRESS", "办公地址", "public", "allow", "low", "法律关"),
    EntityType("PUBLIC_OFFICIAL", "公职人员", "public", "allow", "low", "法律关", "", "in office, journalists, editors, by role"),
)

ENTITIES: dict[str, EntityType] = {row.name: row for row in _ROWS}

# The five gates of review (政治关、法律关、政策关、保密关、文字关) in the order in which they are named.
GATES = ("政治关", "法律关", "政策关", "保密关", "文字关")
# A hit of a user's list belongs to the gate of its category; where that says nothing, to the gate of its entity.
_GATE_OF_CATEGORY = {"secrecy": "保密关", "private": "保密关", "quality": "文字关"}
# 国办秘函〔2019〕19号, 政府网站与政务新媒体检查指标, part 1: any of these fails the whole site.
_INDICATORS = {
    "CLASSIFICATION_MARK": "leaked_secret",
    "PAGE_HIJACK": "tampering",
    "HIDDEN_LINK": "harmful_link",
    "BAD_LINK": "harmful_link",
    "DATE_MISMATCH": "false_date",
    "TYPO": "serious_error",
}


def gate(name: str, category: str = "") -> str:
    """The gate of review that a finding of entity ``name`` belongs to; "" for an entity that only a user's pattern knows."""
    if name == "KEYWORD" and category in _GATE_OF_CATEGORY:
        return _GATE_OF_CATEGORY[category]
    return ENTITIES[name].gate if name in ENTITIES else ""


def indicator(name: str, severity: str) -> str:
    """The inspection indicator that a finding endangers, "" for none; a typing error only where it is a serious one (not ``low``)."""
    return "" if name == "TYPO" and severity == "low" else _INDICATORS.get(name, "")


def entity(name: str) -> EntityType:
    """The entity type called `name`; UnknownEntityError (with the nearest name) where there is none."""
    try:
        return ENTITIES[name]
    except KeyError:
        import difflib  # only needed to help after a mistake

        near = difflib.get_close_matches(name.upper(), ENTITIES, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else "; see `govredact list entities`"
        raise UnknownEntityError(f"unknown entity {name!r}{hint}", name=name, suggestion=near[0] if near else "") from None
