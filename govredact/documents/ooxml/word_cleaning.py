"""What publication does not need, taken out of a Word package: changes, comments, hidden text."""

from __future__ import annotations

import re

from govredact.documents.ooxml import relations, revisions
from govredact.documents.ooxml.looks import HIDDEN, Around, Looks, without_change
from govredact.documents.ooxml.markup import unescape_value
from govredact.documents.ooxml.names import child, children, is_element, local
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from govredact.documents.ooxml.rewrite import Rewrite

TEXTS = re.compile(r"word/(?:glossary/)?(?!comments|people)[^/]+\.xml$")
COMMENTS = re.compile(r"word/(?:glossary/)?(?:comments[^/]*|people[^/]*)\.xml$")
SETTINGS = re.compile(r"word/(?:glossary/)?settings\.xml$")
TEMPLATE = re.compile(r"word/(?:glossary/)?_rels/settings\.xml\.rels$")
_ANCHORS = frozenset(("commentRangeStart", "commentRangeEnd", "commentReference"))
_SHOWN = frozenset(("t", "delText", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "drawing", "pict", "object", "ruby"))
_IN_SETTINGS = frozenset(("docVars", "mailMerge"))
_VANISH = re.compile(rb"vanish")
_DATA = re.compile(r"<(?:[\w.-]+:)?(?:docVars|mailMerge)[\s/>]")
_TEMPLATE_TAG = re.compile(r'<(?:[\w.-]+:)?Relationship\s([^<>]*?/attachedTemplate"[^<>]*)>')
_TARGET = re.compile(r'(?:^|\s)Target\s*=\s*"([^"]*)"')


def clean(rewrite: Rewrite, cleaning: Callable[[str], str], looks: Looks) -> None:
    """Carries out the clean-up list on the texts of the package."""
    texts = [name for name in rewrite.names if TEXTS.match(name)]
    if cleaning("hidden_content") == "remove":
        _drop_hidden(rewrite, texts, looks)
    if cleaning("tracked_changes") in ("accept", "reject"):
        for name in texts:
            if revisions.MARKS.search(rewrite.content(name)) and revisions.has_changes(rewrite.tree(name)):
                revisions.settle(rewrite.tree(name), cleaning("tracked_changes") == "accept")
    if cleaning("comments") == "remove":
        _drop_comments(rewrite, texts)
    if cleaning("custom_data") == "remove":
        _drop_bindings(rewrite, texts)
    if cleaning("metadata") == "remove":
        _drop_template(rewrite)
        _drop_authors(rewrite)


def _drop_hidden(rewrite: Rewrite, texts: Iterable[str], looks: Looks) -> None:
    for name in texts:
        if not looks.hides_by_style and not _VANISH.search(rewrite.content(name)):
            continue
        hidden = [node for run in runs(rewrite.tree(name)) if looks.traits(*_markup(run)) == HIDDEN for node in run]
        for node in hidden:
            if is_element(node) and local(node.tag) in _SHOWN:
                node.getparent().remove(node)


def _markup(run: Any) -> tuple[str, list[Around]]:
    """The properties of a run and of the paragraph around it, as the reader gave them."""
    paragraph = next(run.iterancestors("{*}p"), None)
    return _properties(run, "rPr"), [Around("p", _properties(paragraph, "pPr"))] if paragraph is not None else []


def _properties(element: Any, name: str) -> str:
    from lxml import etree

    properties = child(element, name)
    return without_change(etree.tostring(properties, encoding="unicode", with_tail=False)) if properties is not None else ""


def runs(root: Any) -> list[Any]:
    """The runs of a part; in Word they are called r, as are cells of other things elsewhere."""
    return [node for node in root.iter() if is_element(node) and local(node.tag) == "r"]


def _drop_comments(rewrite: Rewrite, texts: Iterable[str]) -> None:
    for name in [name for name in rewrite.names if COMMENTS.match(name)]:
        rewrite.drop(name)
    for name in texts:
        if b"comment" in rewrite.content(name):
            for node in [node for node in rewrite.tree(name).iter() if is_element(node) and local(node.tag) in _ANCHORS]:
                node.getparent().remove(node)


def _drop_bindings(rewrite: Rewrite, texts: Iterable[str]) -> None:
    """Bindings to custom XML that goes, and variables and mail merge sources in the settings."""
    for name in texts:
        if b"dataBinding" in rewrite.content(name):
            for node in [node for node in rewrite.tree(name).iter() if is_element(node) and local(node.tag) == "dataBinding"]:
                node.getparent().remove(node)
        if SETTINGS.match(name) and settings_data(rewrite.tree(name)):
            for node in settings_data(rewrite.tree(name)):
                rewrite.tree(name).remove(node)


def _drop_authors(rewrite: Rewrite) -> None:
    for name in rewrite.names:
        if rewrite.has(name) and (TEXTS.match(name) or COMMENTS.match(name)) and b"author=" in rewrite.content(name):
            revisions.drop_authors(rewrite.tree(name))


def _drop_template(rewrite: Rewrite) -> None:
    """The template that a text was made from; its path names folders and people."""
    for name in rewrite.names:
        if TEMPLATE.match(name) and templates(rewrite.tree(name)):
            for node in templates(rewrite.tree(name)):
                rewrite.tree(name).remove(node)
            settings = relations.source_of(name)
            if rewrite.has(settings):
                for node in list(children(rewrite.tree(settings), "attachedTemplate")):
                    rewrite.tree(settings).remove(node)


def template_paths(text: str) -> list[str]:
    """Where the templates lie that the relationships in ``text`` name."""
    found = [_TARGET.search(match[1]) for match in _TEMPLATE_TAG.finditer(text)]
    return [unescape_value(target[1]) if target else "" for target in found]


def carries_data(text: str) -> bool:
    """Whether the markup of the settings holds data for fields and letters."""
    return _DATA.search(text) is not None


def templates(root: Any) -> list[Any]:
    """The relationships to a template."""
    return [node for node in children(root, "Relationship") if node.get("Type", "").endswith("/attachedTemplate")]


def settings_data(root: Any) -> list[Any]:
    """What the settings carry for fields and letters: docVars, mailMerge."""
    return [node for name in _IN_SETTINGS for node in children(root, name)]
