"""密钥和令牌: keys of services that are known by their form, private keys, connection strings with a password, keys by label."""

from __future__ import annotations

from functools import cache

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from govredact.context.scan import Scan, Value

_KIND = "(?:[A-Z0-9]{1,12} ){0,2}PRIVATE KEY"
# By the string that begins them: name and form. From the services' own documents.
_FORMS = {
    "AKIA": ("aws_key", "AKIA[A-Z0-9]{16}"),
    "ASIA": ("aws_key", "ASIA[A-Z0-9]{16}"),
    "LTAI": ("aliyun_key", "LTAI[A-Za-z0-9]{12,26}"),
    "AKID": ("tencent_key", "AKID[A-Za-z0-9]{13,40}"),
    "ghp_": ("github_token", "ghp_[A-Za-z0-9]{20,255}"),
    "gho_": ("github_token", "gho_[A-Za-z0-9]{20,255}"),
    "ghs_": ("github_token", "ghs_[A-Za-z0-9]{20,255}"),
    "github_pat_": ("github_token", "github_pat_[A-Za-z0-9_]{20,255}"),
    "glpat-": ("gitlab_token", "glpat-[A-Za-z0-9_-]{20,64}"),
    "sk-": ("service_key", "sk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20,200}"),
    "AIza": ("google_key", "AIza[0-9A-Za-z_-]{35}"),
    "xoxb-": ("slack_token", "xoxb-[0-9A-Za-z-]{20,200}"),
    "xoxp-": ("slack_token", "xoxp-[0-9A-Za-z-]{20,200}"),
    "eyJ": ("jwt", "eyJ[A-Za-z0-9_-]{8,4000}\\.eyJ[A-Za-z0-9_-]{8,8000}\\.[A-Za-z0-9_-]{0,2000}"),
    "-----BEGIN ": ("private_key", f"-----BEGIN {_KIND}-----(?:(?:[A-Za-z0-9+/=\\s:,]|-(?!-)){{0,20000}}-----END {_KIND}-----)?"),
    "jdbc:": ("connection_string", "jdbc:[a-z0-9]{2,16}:[^\\s\"'<>，。；]{4,400}"),
    "://": ("connection_string", "://[^\\s/@:\"'<>，。；]{0,64}:[^\\s/@\"'<>，。；]{1,64}@[^\\s\"'<>，。；]{1,300}"),
}
_SCHEME = lazy.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}$")
_JDBC_PASSWORD = lazy.compile("(?:password|pwd|passwd)=[^&;*]{2,}|thin:[^/@:]{1,40}/[^/@]{1,60}@", lazy.IGNORECASE)
_HIDDEN = lazy.compile("[*×●○■□█]{2,}|[xX]{4,}|:[$<{%*][^@]{0,60}@")
_LINKED = lazy.compile("(?:[:：=＝为是]|->|[Bb]earer)[\\s\"'“‘`（(\\[【]*$")
_TOKEN = lazy.compile("(?:[Bb]earer )?([A-Za-z0-9][A-Za-z0-9+/=_.~-]{11,511})(?![A-Za-z0-9*])")
_JOINT = lazy.compile("[./_-]")
_LONGEST_WORD = 24


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """A key whose form begins at the anchor (for ://, with the scheme before it)."""
    text = scan.text
    anchor = text[start:end]
    name, form = _FORMS.get(anchor, ("", ""))
    scheme = _SCHEME.search(text, max(0, start - 24), start) if anchor == "://" else None
    if not name or _continues(text, start) != bool(scheme):
        return
    match = _compiled(form).match(text, start)
    if match is None or _HIDDEN.search(match[0]) or (anchor == "jdbc:" and not _JDBC_PASSWORD.search(match[0])):
        return
    start = scheme.start() if scheme else start
    yield Candidate(start, match.end(), "CREDENTIAL", 0.97, (name,), "secret_key", LABEL | FORM)


def _continues(text: str, start: int) -> bool:
    """Whether what begins at ``start`` goes on with a word, so that it is no key of its own (task-…, risk-…)."""
    before = text[start - 1 : start]
    return bool(before) and ((before.isascii() and before.isalnum()) or before in "_-.")


def find_value(scan: Scan, value: Value) -> Iterable[Candidate]:
    """A key or token under a label: at least twelve characters, letters and digits mixed."""
    match = _TOKEN.match(scan.text, value.start)
    if match is None or (value.evidence.via == "before" and not _LINKED.search(scan.text, max(0, value.start - 12), value.start)):
        return
    secret = match[1]
    if any(char.isdigit() for char in secret) and any(char.isalpha() for char in secret) and not _is_path(secret):
        why = reasons("key", label=value.evidence.label, via=value.evidence.via)
        yield Candidate(*match.span(1), "CREDENTIAL", 0.9, why, "secret_key", LABEL)


def _is_path(secret: str) -> bool:
    """Whether it is a file name or a dotted expression of a program: words, not a key."""
    words = _JOINT.split(secret)
    return len(words) > 1 and all(word.isalpha() and len(word) < _LONGEST_WORD for word in words[:-1])


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return lazy.compile(form)


DETECTOR = Detector(
    name="secret_key",
    entities=("CREDENTIAL",),
    source="The services' own documents; RFC 7468; RFC 7519",
    anchors=tuple(_FORMS),
    on_anchor=find,
    fields=frozenset({"SECRET_KEY"}),
    on_value=find_value,
    found=(
        Example("AccessKey ID LTAI5tQ9example00Kx7", "LTAI5tQ9example00Kx7"),
        Example("jdbc:mysql://10.0.0.8:3306/oa?user=root&password=Oa@2024x", "jdbc:mysql://10.0.0.8:3306/oa?user=root&password=Oa@2024x"),
        Example("redis://:S3cretPw@10.1.1.9:6379/0", "redis://:S3cretPw@10.1.1.9:6379/0"),
        Example('api_key = "9f8e7d6c5b4a39281706"', "9f8e7d6c5b4a39281706"),
        Example(
            "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAK\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAK\n-----END RSA PRIVATE KEY-----",
        ),
    ),
    clean=(
        "-----BEGIN PUBLIC KEY-----",
        "task-list-of-2024-and-more-items-here",
        "https://www.example.gov.cn/a/b.html",
        "jdbc:mysql://10.0.0.8/oa",
    ),
)
