"""Engine: one policy, one set of lists, any number of documents. Picklable, safe to use from threads."""

from __future__ import annotations

from os import fspath

from govredact.context import genre
from govredact.documents.base import readable, split_name
from govredact.engine import proof, settings
from govredact.engine.examine import Examined, examine, examine_text
from govredact.engine.findings import Reported, report
from govredact.engine.masking import plan_masking, sort, to_mask
from govredact.engine.observed import is_cleaned, is_fixed
from govredact.engine.rewriting import is_pending, rewrite, to_clean
from govredact.errors import BlockedDocumentError, DocumentError, ResidueError
from govredact.files import identities, read_source, write_atomic
from govredact.models import FileError, FileReport, MaskResult
from govredact.text.digests import sha256
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from os import PathLike
    from typing import BinaryIO

    from govredact.models import Decision, Finding, Gap, Location, Origin
    from govredact.names.model import NameModel
    from govredact.policy import Policy

# Masking can make a new finding (a number that now stands beside another); it ends long before this many rounds.
_MOST_ROUNDS = 12
# Pages of a PDF that hold nothing but a picture.
_PICTURES = frozenset(("rasterized", "no_text", "scan"))


class MaskedFile(NamedTuple):
    """A verified masked copy: its bytes, what remains in it (findings of the copy), and what was done."""

    data: bytes
    report: FileReport
    decisions: tuple[Decision, ...]


class Verification(NamedTuple):
    """The outcome of ``verify``: places that still hold a masked value, how many values were kept on purpose, places nobody could read."""

    residues: tuple[Location, ...]
    masked: int
    exempt: int
    unread: tuple[Gap, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing that the policy masks is left; what could not be read proves nothing."""
        return not self.residues and not self.unread


class Engine:
    """Scans, masks and verifies documents under one policy.

    ``policy`` is a Policy, the name of a built-in one, or the path of a TOML file. ``lexicons``, ``patterns`` and
    ``allow_lists`` are paths of further lists; ``entities`` limits findings to these types. ``key`` makes fingerprints,
    hashes and pseudonyms comparable between runs. ``name_model`` is a model of names (``govredact.names.model``), or the name of one
    (``lac``, ``none``); without it the policy's. Raises ConfigError for settings that do not make sense.
    """

    def __init__(
        self,
        policy: Policy | str | None = None,
        *,
        lexicons: tuple[str, ...] | list[str] = (),
        patterns: tuple[str, ...] | list[str] = (),
        allow_lists: tuple[str, ...] | list[str] = (),
        baseline: str | None = None,
        inline: bool = True,
        strict_coverage: bool = False,
        include_review: bool = False,
        as_of: date | str | None = None,
        origin: Origin | None = None,
        entities: frozenset[str] | set[str] | None = None,
        key: bytes | None = None,
        name_model: NameModel | str | None = None,
    ) -> None:
        self._options = settings.Options(
            policy=settings.load_policy(policy, as_of),
            lexicons=tuple(lexicons),
            patterns=tuple(patterns),
            allow_lists=tuple(allow_lists),
            baseline=baseline,
            inline=inline,
            strict_coverage=strict_coverage,
            include_review=include_review,
            origin=origin,
            entities=settings.known_entities(entities),
            key=key,
            name_model=name_model or "",
        )
        self._parts = settings.assemble(self._options)

    def __reduce__(self) -> tuple[object, ...]:
        return (_from_options, (self._options,))

    @property
    def policy(self) -> Policy:
        """The effective policy."""
        return self._options.policy

    def reload(self) -> None:
        """Reads lexicons, patterns, allow-lists and the baseline again; scans under way go on with the old ones."""
        self._parts = settings.assemble(self._options)

    def find_spans(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, entity) of everything found in a text, without policy, filters or reports."""
        found = [item for unit in self._examine_text(text).units for item in unit.found]
        return [(item.start, item.end, item.candidate.entity) for item in found]

    def scan_text(self, text: str) -> list[Finding]:
        """The findings in a text that is already decoded; offsets are code points of ``text``."""
        return [item.finding for item in self._report(self._examine_text(text), "") if _is_shown(item.finding)]

    def scan_file(self, data: bytes, name: str, relative: str = "", origin: Origin | None = None) -> FileReport:
        """The report of one document; unreadable ones are reported, not raised. ``origin`` goes before the engine's own."""
        digest = sha256(data)
        try:
            examined = self._examine(data, name, origin=origin)
        except DocumentError as error:
            return unreadable(relative or name, digest, error)
        path = relative or name
        return self._file_report(examined, self._findings(examined, path), path, digest)

    def scan(self, source: str | PathLike[str] | bytes | BinaryIO, name: str | None = None) -> FileReport:
        """The report of a path, of bytes with a ``name``, or of an open binary file; DocumentError when it cannot be read."""
        data, given = read_source(source, self._parts.limits)
        name = name or given
        examined = self._examine(data, name)
        return self._file_report(examined, self._findings(examined, name), name, sha256(data))

    def mask(self, source: str | PathLike[str], target: str | PathLike[str]) -> MaskedFile:
        """Writes a verified masked copy of the file ``source`` to ``target``; on any error nothing is left behind."""
        data, name = read_source(source, self._parts.limits)
        done = self.mask_file(data, name)
        write_atomic(fspath(target), done.data, protected=identities([name]))
        return done

    def mask_text(self, text: str) -> MaskResult:
        """``text`` with everything masked that the policy masks; raises MaskingError as ``mask_file`` does."""
        done = self._mask(text.encode("utf-8", "surrogatepass"), "text.txt", "", text=text)
        return MaskResult(done.data.decode("utf-8", "surrogatepass"), done.decisions)

    def mask_file(self, data: bytes, name: str, relative: str = "") -> MaskedFile:
        """A verified masked copy of one document.

        Raises DocumentError (unreadable), BlockedDocumentError (secrecy mark), MaskingUnsupportedError (format), and
        ResidueError when a masked value would remain.
        """
        return self._mask(data, name, relative)

    def mask_bytes(self, data: bytes, name: str) -> bytes:
        """The bytes of ``mask_file``."""
        return self.mask_file(data, name).data

    def fix_file(self, data: bytes, name: str, relative: str = "") -> MaskedFile:
        """One document with its misspelt words replaced by what their findings suggest; nothing else changes.

        Raises DocumentError (unreadable) and MaskingUnsupportedError (the format cannot be written).
        """
        from govredact.engine import wording

        examined = self._examine(data, name)
        data, decisions = wording.correct(examined, self._report(examined, relative or name))
        return MaskedFile(data, self.scan_file(data, name, relative), decisions)

    def masked_name(self, name: str) -> str:
        """A file name with the values in it masked as the policy masks them."""
        stem, ending = split_name(name)
        reported = list(self._report(self._examine_text(readable(stem)), ""))
        masking = plan_masking(to_mask(reported, self._options.include_review), self._parts.changes.change)
        for edit in sorted(masking.edits, key=lambda edit: -edit.start):
            stem = stem[: edit.start] + edit.replacement.replace("*", "＊") + stem[edit.end :]
        return stem + ending

    def verify_files(self, original: str | PathLike[str], masked: str | PathLike[str], thorough: bool = False) -> Verification:
        """``verify`` for two paths."""
        first, second = read_source(original, self._parts.limits), read_source(masked, self._parts.limits)
        return self.verify(first.data, second.data, first.name, second.name, thorough)

    def verify(self, original: bytes, masked: bytes, name: str, masked_name: str = "", thorough: bool = False) -> Verification:
        """Whether ``masked`` holds nothing that the policy masks in ``original``; DocumentError if either is unreadable."""
        gone, many, kept = self._values(original, name)
        copy = self._examine(masked, masked_name or name)
        unread = tuple(gap for gap in copy.gaps if gap.blocking)
        return Verification(tuple(self._residues(copy, gone, thorough, name)), many, kept, unread)

    def _values(self, original: bytes, name: str) -> tuple[set[str], int, int]:
        """The values that must be gone from a copy of ``original``, how many findings it masks, and how many values are kept."""
        found = sort(self._report(self._examine(original, name, everything=True), name), self._options.include_review)
        chosen = to_mask(found.possible, self._options.include_review)
        gone, kept = proof.values(found, chosen)
        return gone, len(chosen), len(kept)

    def _examine(self, data: bytes, name: str, everything: bool = False, origin: Origin | None = None) -> Examined:
        plan = self._parts.plan if origin is None else self._parts.plan.for_origin(origin)
        return examine(plan, data, name, self._parts.limits, everything)

    def _examine_text(self, text: str, everything: bool = False) -> Examined:
        return examine_text(self._parts.plan, text, everything)

    def _report(self, examined: Examined, relative: str, release: bool = False) -> Iterator[Reported]:
        parts, options = self._parts, self._options
        filters = parts.filters.of_file(examined, options.inline and options.policy.inline_ignores)
        return report(examined, options.policy, relative, parts.key, parts.changes, filters, options.entities, release)

    def _findings(self, examined: Examined, relative: str) -> Iterator[Finding]:
        """The findings and nothing else; of ``examined`` its passages are left."""
        return (item.finding for item in self._report(examined, relative, release=True))

    def _file_report(self, examined: Examined, found: Iterable[Finding], path: str, digest: str) -> FileReport:
        findings: list[Finding] = []
        filtered: list[Finding] = []
        for finding in found:
            (findings if _is_shown(finding) else filtered).append(finding)
        gaps = examined.gaps
        if self._options.strict_coverage or self.policy.strict_coverage:
            gaps = tuple(gap._replace(blocking=True) for gap in gaps)
        return FileReport(
            path=path,
            format=examined.format,
            sha256=digest,
            status="scanned",
            findings=tuple(findings),
            filtered=tuple(filtered),
            places=examined.places,
            gaps=gaps,
            inline_ignored=sum(finding.filtered_by == "inline" for finding in filtered),
            genre=None if self.policy.genre or not (findings or filtered) else genre.guess(p.text for p in examined.units[0].passages),
        )

    def _mask(self, data: bytes, name: str, relative: str, text: str | None = None) -> MaskedFile:
        decisions: list[Decision] = []
        gone: set[str] = set()
        for _ in range(_MOST_ROUNDS):
            data, done, report = self._round(data, name, relative or name, text, gone)
            if report is not None:
                return MaskedFile(data, report, tuple(decisions))
            decisions.extend(done)
            if text is not None:
                text = data.decode("utf-8", "surrogatepass")
        raise ResidueError("the masked copy still held findings after several rounds; nothing was written")

    def _round(
        self, data: bytes, name: str, relative: str, text: str | None, gone: set[str]
    ) -> tuple[bytes, list[Decision], FileReport | None]:
        """``data`` with what is found in it masked, and what was done; with the report when nothing is left, which is proved.

        ``gone`` gains the values that were masked. What a round needs is released before the next one begins.
        """
        examined = self._examine(data, name, everything=True) if text is None else self._examine_text(text, everything=True)
        found = sort(_unblocked(self._report(examined, relative, release=True)), self._options.include_review)
        chosen = self._chosen(found.possible)
        if not chosen and not to_clean(examined, self.policy.cleaning) and not is_pending(examined, self.policy.cleaning):
            self._prove(examined, gone)
            return data, [], self._file_report(examined, found.findings, relative, sha256(data))
        gone |= proof.values(found, chosen)[0]
        del found  # room for the copy
        data, done = rewrite(examined, chosen, self._parts.changes.change, self.policy.cleaning)
        return data, done, None

    def _prove(self, examined: Examined, gone: set[str]) -> None:
        """ResidueError unless the copy was understood and holds none of the values ``gone`` in any writing."""
        self._refuse_gaps(examined)
        residues = proof.residues(examined, gone, thorough=False)
        if residues:
            raise ResidueError(f"a masked value remains in {len(residues)} place(s); nothing was written", places=residues)

    def _refuse_gaps(self, copy: Examined) -> None:
        """Nothing that was not understood and can carry text goes into a copy that is called masked.

        Where the policy lets pages become pictures, those stay, and the report of the copy lists them as unread.
        """
        allowed = _PICTURES if self.policy.cleaning("unreadable_pages") == "rasterize" else frozenset()
        for gap in copy.gaps:
            if gap.blocking and gap.reason not in allowed:
                raise ResidueError(f"{gap.place} could not be read ({gap.reason}); nothing was written", place=gap.place, reason=gap.reason)

    def _chosen(self, reported: Iterable[Reported]) -> list[Reported]:
        """The findings to mask in the content of the file and its members; a file's name gets a new name instead.

        What the clean-up list takes out needs no edit.
        """
        return [
            item
            for item in to_mask(reported, self._options.include_review)
            if not (proof.is_name(item.found) or is_fixed(item.found) or is_cleaned(item.found, self.policy.cleaning))
        ]

    def _residues(self, copy: Examined, gone: set[str], thorough: bool, relative: str) -> list[Location]:
        """What is left; ``relative`` is the original's path, by which the baseline knows what was accepted."""
        left = [item.finding.location for item in self._chosen(self._report(copy, relative))]
        return list(dict.fromkeys([*left, *proof.residues(copy, gone, thorough)]))


def unreadable(path: str, digest: str, error: DocumentError) -> FileReport:
    """The report of a file that could not be read."""
    return FileReport(path, "", digest, "unreadable", error=FileError(error.code, error.message, error.params))


def _unblocked(reported: Iterable[Reported]) -> Iterator[Reported]:
    """``reported``; BlockedDocumentError at a finding that no masking helps against."""
    for item in reported:
        entity = item.finding.entity
        if item.finding.action == "block":
            raise BlockedDocumentError(f"the document carries {entity} and must not be published, masked or not", entity=entity)
        yield item


def _is_shown(finding: Finding) -> bool:
    return not finding.filtered_by and finding.action != "allow"


def _from_options(options: settings.Options) -> Engine:
    engine = Engine.__new__(Engine)
    engine._options = options
    engine._parts = settings.assemble(options)
    return engine
