"""账号口令: passwords under a label, together with the account beside them.

A sentence about passwords (密码应当包含…, 请妥善保管密码) names no value and is clean, and so is a rule (初始密码为身份证后6位);
what it offers besides (身份证后6位或abc123) is one. Keys that are known by their form are in ``secret_key``.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.detectors.nearby import last_label, line_near
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan, Value

_LINKED = lazy.compile("(?:[:：=＝为是]|->|如下)[\\s\"'“‘`（(\\[【]*$")
_CELL = lazy.compile('[\t|][ \u3000"]*$')
_COPULA = lazy.compile("(?:[均都]|统一|默认|分别|设置?|暂|临时|重置)*[成为是]?[ :：=\"'“‘`]{0,4}")
_LONGEST = 64
_SECRET = lazy.compile("[!-~]{3,64}")
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’"}
# 密码（Abc@1234）, but no standard: 商用密码（GM/T0054-2018）.
_BRACKET = lazy.compile("[ \u00a0\u3000]{0,2}[（(](?![A-Z]{2,5}[ /]?[TZ]?[ ]?[0-9]{3})")
_NOTHING = lazy.compile("[ \u00a0\u3000]{0,2}[\"'“‘`]?")
_ENDS = lazy.compile("[,;]|</|[\"'`](?=[^\"'`]|$)")
_CLOSING = frozenset("）)")
_TRAILING = ".,;:!?)]}>\"'`"
_SHORTEST_UNLINKED = 6
_OWN = "身份证|证件|手机|电话|学号|工号|考号|准考证|出生|生日|姓名|账号|用户名"
_DERIVED = lazy.compile(
    f"(?:本人|考生|个人|其|您的?|申请人|学生|户主|与|同){{0,2}}(?:{_OWN})"
    "(?:[^，,。；;\n]{0,10}(?:[后末前][0-9一二三四五六七八]{1,2}位|日期|全拼|首字母|相同|一致)|号码?(?=[，,。；;\\s）)]|$))"
)
_OTHERWISE = lazy.compile("号?码?[，, ]?(?:或者?(?:是|为)?|/)[ :：\"'“‘]?(?=[0-9A-Za-z])")
# 用户admin/admin@123: two words, the second with a sign that few words have.
_PAIR = lazy.compile("名?[:：为是 ]{0,3}[A-Za-z][A-Za-z0-9_.]{1,19} ?/ ?(?=[0-9A-Za-z_.]{0,20}[@#!$])")
# What stands in forms, manuals and source code in place of a password.
_PLACEHOLDER = lazy.compile(
    "[*×xX.…●_\\-#?+/]+|[\\[{<(%$&].*|(?:null|none|nil|true|false|undefined|required|optional|string|str|text|char|varchar|password|passwd|pwd|pass"
    "|secret|token|key|changeme|example|value|login|submit|type)(?![A-Za-z0-9@]).*|(?:your|my)[_-].*|(?:os|process|env|config|settings|self|this)\\..*"
    "|getenv.*|input\\(.*|https?:.*",
    lazy.IGNORECASE,
)
_HIDDEN = lazy.compile("[*×●○■□█]{2,}|[xX]{4,}|[_#.]{3,}")
_COUNTED = lazy.compile("[0-9]{1,4}(?:[-~—至到.][0-9]{1,4})?\\s?(?:位|个|种|次|天|日|月|年|字符|以上|项|条|分|级|%)")
_NAME = "(?:[账帐][号户]名?|用户名?|登[录陆]名|[Uu]ser(?:[Nn]ame)?|[Ll]ogin|[Aa]ccount|[Uu][Ii][Dd])"
_ACCOUNT_BEFORE = lazy.compile(
    f"{_NAME}[^，,。；;：:\n]{{0,6}}?[:：=＝为是]?[\\s\"'“]{{0,3}}([A-Za-z0-9_.@+-]{{2,40}})[\"'”]?[\\s，,；;、/|（(]{{1,4}}[^，,。；;：:\n]{{0,6}}$"
)
_ACCOUNT_AFTER = lazy.compile(f"[\\s，,；;、/]{{1,4}}{_NAME}[:：=＝为是][\\s\"'“]{{0,3}}([A-Za-z0-9_.@+-]{{2,40}})")
_PRIVATE_ADDRESS = lazy.compile("(?:192\\.168|10\\.[0-9]{1,3}|172\\.(?:1[6-9]|2[0-9]|3[01]))\\.[0-9]{1,3}\\.[0-9]{1,3}")
_FARTHEST = 120
# What stands between account and password in a sentence; quotes and brackets belong to the structure of a file.
_PLAIN_WORDS = lazy.compile("[^\"'<>{}|\\[\\]\t\r\n]{0,40}")
_DIGIT_GROUPS = lazy.compile("(?:[ \u00a0-][0-9]{2,}){1,12}(?![0-9A-Za-z])")
# Codes that are handed out together with a link; what they open is public more often than not.
_SHARED = frozenset({"提取码", "访问码", "查询码", "邀请码", "注册码", "激活码", "通行码"})
_NO_SECRET = "验证码"  # a new one for each visitor
_NOT_SET = lazy.compile("(?:忘记|修改|找回|重置|输入|更改|确认)(?:登录|用户)?(?:密码|口令)[ \u00a0\u3000]*$")
_DATE = lazy.compile("[0-9]{4}[-./年]")
_WARNED = lazy.compile("(?:弱|常见|简单|禁止|不得|不要|避免|例如|比如|勿)[^。\n]{0,8}$")


def find_password(scan: Scan, value: Value) -> Iterable[Candidate]:
    """The password under a label, or the rule that tells it."""
    start, evidence = value.start, value.evidence
    if evidence.label == _NO_SECRET:
        return
    if evidence.via == "before":
        gap = _COPULA.match(scan.text, start)
        start = gap.end() if gap else start
        derived = _DERIVED.match(scan.text, start)
        if derived:
            yield from _besides_rule(scan, derived.end(), value)
            return
    end = _secret_end(scan.text, start, len(scan.text) if evidence.via == "before" else value.end)
    if end and _is_meant(scan, start, end, evidence.via):
        yield from _password(scan, start, end, value)


def _besides_rule(scan: Scan, end: int, value: Value) -> Iterable[Candidate]:
    """The password that is offered beside a rule which ends at ``end``."""
    other = _OTHERWISE.match(scan.text, end)
    stop = _secret_end(scan.text, other.end(), len(scan.text)) if other else 0
    if other and stop - other.end() >= _SHORTEST_UNLINKED:
        yield from _password(scan, other.end(), stop, value)


def find_pair(scan: Scan, _start: int, end: int) -> Iterable[Candidate]:
    """The password behind an account and a slash; the word for the account ends at ``end`` (用户, 账号)."""
    account = _PAIR.match(scan.text, end)
    stop = _secret_end(scan.text, account.end(), len(scan.text)) if account else 0
    if account and stop - account.end() >= _SHORTEST_UNLINKED and "/" not in scan.text[account.end() : stop]:
        yield Candidate(account.end(), stop, "CREDENTIAL", 0.85, reasons("account", "password"), "credential", FORM)


def find_account(scan: Scan, value: Value) -> Iterable[Candidate]:
    """An account name on a line that also shows the address of an internal system."""
    start = value.start
    end = _secret_end(scan.text, start, value.end)
    if not end or not _LINKED.search(scan.text, max(0, start - 12), start):
        return
    if _PRIVATE_ADDRESS.search(scan.text, *line_near(scan.text, start, end, _FARTHEST)):
        why = reasons("account_of_internal_system", label=value.evidence.label, via=value.evidence.via)
        yield Candidate(start, end, "CREDENTIAL", 0.6, why, "credential", LABEL, "", "review", "high")


def _secret_end(text: str, start: int, limit: int) -> int:
    """Where the password that begins at ``start`` ends; 0 where none does."""
    match = _SECRET.match(text, start, limit)
    if match is None or _COUNTED.match(text, start):
        return 0
    end = _quoted_end(text, start) or _bare_end(text, start, match.end())
    secret = text[start:end]
    groups = _DIGIT_GROUPS.match(text, end) if secret.isdigit() else None
    if groups:  # 1234 5678 is one password
        return groups.end()
    return end if len(secret) > 2 and not _PLACEHOLDER.fullmatch(secret) and not _HIDDEN.search(secret) else 0


def _quoted_end(text: str, start: int) -> int:
    """The closing quote of a password in quotes; 0 where it has none."""
    opening = text[start - 1 : start]
    closing = text.find(_QUOTES[opening], start, start + _LONGEST + 1) if opening in _QUOTES else -1
    return closing if closing > start and "\n" not in text[start:closing] else 0


def _bare_end(text: str, start: int, limit: int) -> int:
    cut = _ENDS.search(text, start + 1, limit)
    end = cut.start() if cut else limit
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


def _is_meant(scan: Scan, start: int, end: int, via: str) -> bool:
    """Whether what stands there is the label's value: a colon or copula says so, or its form where nothing stands between."""
    secret = scan.text[start:end]
    if via == "before" and _LINKED.search(scan.text, max(0, start - 12), start):
        return True
    if len(secret) < _SHORTEST_UNLINKED or not any(char.isdigit() for char in secret) or _DATE.match(secret):
        return False
    if _NOT_SET.search(scan.text, max(0, start - 12), start):
        return False
    if via != "before" or _CELL.search(scan.text, max(0, start - 4), start):
        return any(char.isalpha() for char in secret) or (secret.isdigit() and via != "before")
    label = last_label(scan, start)
    if label is None:
        return False
    if _BRACKET.match(scan.text, label.end) and scan.text[end : end + 1] in _CLOSING:
        return start - label.end <= 3
    return _NOTHING.fullmatch(scan.text, label.end, start) is not None


def _password(scan: Scan, start: int, end: int, value: Value) -> Iterable[Candidate]:
    """The password, and the account on its left or right: one value where only words stand between them, else two."""
    text, evidence = scan.text, value.evidence
    why = reasons("password", label=evidence.label, via=evidence.via)
    action = "review" if evidence.label in _SHARED or _WARNED.search(text, max(0, start - 24), start) else ""
    account = _account(scan, start, end) if evidence.via == "before" else None
    spans = [(start, end)]
    if account:
        why = ("account", *why)
        whole = (min(start, account[0]), max(end, account[1]))
        spans = [whole] if _PLAIN_WORDS.fullmatch(text, *_between(account, spans[0])) else [account, *spans]
    for span in spans:
        yield Candidate(*span, "CREDENTIAL", 0.95, why, "credential", LABEL | FORM, "", action, "high" if action else "")


def _account(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    first, last = line_near(scan.text, start, end, _FARTHEST)
    label = last_label(scan, start)
    account = _ACCOUNT_BEFORE.search(scan.text, first, label.start) if label else None
    account = account or _ACCOUNT_AFTER.match(scan.text, end, last)
    return account.span(1) if account else None


def _between(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    first, second = sorted((one, other))
    return first[1], second[0]


def _find(scan: Scan, value: Value) -> Iterable[Candidate]:
    return find_account(scan, value) if value.evidence.field == "USERNAME" else find_password(scan, value)


DETECTOR = Detector(
    name="credential",
    entities=("CREDENTIAL",),
    source="网络安全法 (网络安全等级保护制度); GB/T 22239-2019, 8.1.4.1 (身份鉴别)",
    fields=frozenset({"PASSWORD", "USERNAME"}),
    on_value=_find,
    anchors=("用户", "账号", "帐号", "账户", "管理员"),
    on_anchor=find_pair,
    found=(
        Example("登录密码：Abc@12345。", "Abc@12345"),
        Example("用户名：admin，密码：Gov#2024", "admin，密码：Gov#2024"),
        Example("默认口令为123456，请尽快修改", "123456"),
        Example("管理员密码（Gov@1661），请修改", "Gov@1661"),
        Example("初始密码：身份证后六位或gx123456", "gx123456"),
        Example("后台 用户admin/admin@123", "admin@123"),
        Example("用户名\t密码\nzhangsan\tZs880101\nlisi\tLs990202\n", "Ls990202"),
        Example("系统地址http://192.168.1.10:8080，用户名：bgs01", "bgs01"),
    ),
    clean=(
        "密码应当包含大小写字母和数字",
        "请妥善保管密码，不得转借他人",
        "初始密码为身份证后6位",
        "用户home/list@123/index",
        "密码长度为8-16位",
        "密码：******",
        "商用密码（GM/T0054-2018）应用要求",
        "忘记密码\n2019-07-13",
        "加强对账号密码的安全管理，防止账号被盗用",
        "密码：${DB_PASSWORD}",
    ),
)
