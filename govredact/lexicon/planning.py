"""From lists to a plan for one automaton: which entries are in force, how they are searched, and what a match of each means."""

from __future__ import annotations

from govredact.lexicon.apart import Apart
from govredact.lexicon.automata import automaton_of
from govredact.lexicon.model import LAYERS, Entry
from govredact.lexicon.order import in_order
from govredact.lexicon.plan import ANCHOR, DELIMITED, GAP, MANY, SCRIPT, Item, Plan, target_of
from govredact.lexicon.script import foreign_characters
from govredact.lexicon.variants import traditional_forms_of, width_forms
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govredact.lexicon.model import Lexicon
    from govredact.lexicon.plan import Slot


def make_plan(lexicons: Sequence[Lexicon], anchors: Iterable[str], as_of: str) -> Plan:
    """The plan for the entries in force on ``as_of`` as they are written; later layers override the same word of earlier ones."""
    table = _Table()
    entries = [entry for words in _in_force(lexicons, as_of).values() for entry in words.values()]
    table.add_all(entries)
    table.add_anchors([anchor for anchor in dict.fromkeys(anchors) if anchor])
    for entry in reversed(entries):
        if "width" in entry.variants:
            for form in width_forms(entry.text):
                table.add(form, entry)
    for char in foreign_characters(entry.text for entry in entries if "script" in entry.variants):
        table.add_trigger(char, SCRIPT)
    return table.plan((entry.text, entry) for entry in entries if "separators" in entry.variants)


def make_traditional_plan(lexicons: Sequence[Lexicon], as_of: str) -> Plan:
    """The plan for the traditional forms of the entries that ask for them; needed only for text that holds such characters."""
    table = _Table()
    added = [
        (form, entry)
        for words in _in_force(lexicons, as_of).values()
        for entry in reversed(words.values())
        for form in traditional_forms_of(entry)
        if form not in words and table.add(form, entry)
    ]
    return table.plan((form, entry) for form, entry in added if "separators" in entry.variants)


def _in_force(lexicons: Sequence[Lexicon], as_of: str) -> dict[str, dict[str, Entry]]:
    """Kind → word → entry. A later entry takes the place of an earlier one in the order too, so that its variants win."""
    kinds: dict[str, dict[str, Entry]] = {"label": {}, "keyword": {}}
    for lexicon in sorted(lexicons, key=lambda lexicon: LAYERS.index(lexicon.layer)):
        known = kinds[lexicon.kind]
        for entry in lexicon.entries:
            if not (entry.valid_from or entry.valid_to) or entry.holds_on(as_of):
                if entry.text in known:
                    del known[entry.text]
                known[entry.text] = entry
    return kinds


class _Table:
    """Key (UTF-8 seen as latin-1, ASCII letters in lower case) → slot, while a plan is made."""

    def __init__(self) -> None:
        self._slots: dict[str, Slot] = {}

    def add_all(self, entries: list[Entry]) -> None:
        """Adds the entries as they are written."""
        # Encoded in one go, and told from those with letters by comparison: this is most of the time that a start takes.
        joined = "\n".join([entry.text for entry in entries]).encode("utf-8", "surrogatepass")
        if not entries or joined.count(b"\n") != len(entries) - 1:  # no file gives a word with a line end
            for entry in entries:
                self.add(entry.text, entry)
            return
        keys, others = (data.decode("latin-1").split("\n") for data in (joined.lower(), joined.upper()))
        slots = self._slots
        for entry, key, other in zip(entries, keys, others, strict=True):
            if key == other and key not in slots:
                slots[key] = _slot(entry.text, entry)
            else:
                self.add(entry.text, entry)

    def add_anchors(self, anchors: list[str]) -> None:
        """Adds strings that wake detectors, in any case; encoded in one go, because there are hundreds."""
        keys = "\n".join(anchors).encode("utf-8", "surrogatepass").lower().decode("latin-1").split("\n")
        if len(keys) != len(anchors):  # no anchor at all, or one with a line end
            keys = [anchor.encode("utf-8", "surrogatepass").lower().decode("latin-1") for anchor in anchors]
        for key, anchor in zip(keys, anchors, strict=True):
            entry = Entry("anchor", anchor)
            if key in self._slots:
                self.add(anchor, entry)
            else:
                self._slots[key] = "", len(anchor), ANCHOR, entry

    def add(self, form: str, entry: Entry) -> bool:
        """Adds a form of an entry unless one of the same kind has it; whether it was added."""
        target = target_of(entry)
        folded = form.encode("utf-8", "surrogatepass").lower().decode("latin-1")
        if folded == form.encode("utf-8", "surrogatepass").upper().decode("latin-1"):
            if folded not in self._slots:
                self._slots[folded] = _slot(form, entry)
                return True
            return self._merge(folded, Item(target, "", entry))
        exact = form if entry.kind == "keyword" and "case" not in entry.variants else ""
        item = Item(target, exact, entry)
        if folded in self._slots:
            return self._merge(folded, item)
        if exact or (entry.kind == "label" and min(form[0], form[-1]) < "\x80"):
            self._slots[folded] = ("", len(form), MANY, (item,))
        else:
            self._slots[folded] = ("", len(form), target, entry)
        return True

    def add_trigger(self, form: str, target: int) -> None:
        """Adds a string that is no entry but tells something about the text."""
        key = form.encode().decode("latin-1")
        if key in self._slots:
            self._merge(key, Item(target, "", None))
        else:
            # Not all traditional characters are noted, so `str.find` must not look for one.
            self._slots[key] = ("" if target == SCRIPT else form, len(form), target, None)

    def _merge(self, key: str, item: Item) -> bool:
        find, size, target, payload = self._slots[key]
        items: tuple[Item, ...] = payload if target == MANY else (Item(target, "", payload),)
        kind = item.entry and item.entry.kind
        if any(known.exact == item.exact and (known.entry and known.entry.kind) == kind for known in items):
            return False
        self._slots[key] = find, size, MANY, (*items, item)
        return True

    def plan(self, apart_forms: Iterable[tuple[str, Entry]]) -> Plan:
        """The finished plan; ``apart_forms`` are those whose characters may stand apart."""
        apart = Apart(apart_forms)
        for trigger in apart.triggers():
            self.add_trigger(trigger, GAP)
        keys = in_order(self._slots)
        forms, sizes, targets, payloads = zip(*map(self._slots.__getitem__, keys), strict=True) if keys else ((), (), (), ())
        return Plan(automaton_of(keys), forms, sizes, targets, payloads.__getitem__, apart)


def _slot(form: str, entry: Entry) -> Slot:
    target = target_of(entry)
    return "" if target == DELIMITED else form, len(form), target, entry
