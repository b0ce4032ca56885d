"""Observations of a document as findings: the detectors say what each one is, the policy's clean-up list what becomes of it."""

from __future__ import annotations

from govredact.engine.found import Found
from govredact.models import Passage
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from govredact.engine.plan import Plan
    from govredact.models import Location, Observation

_OBSERVED = frozenset(("observed",))


class ObservedPassage(Passage):
    """The text of one observation; its leaves are those of the document, so that it can be changed like any other text."""

    __slots__ = ("_number", "observation")

    def __init__(self, observation: Observation, number: int) -> None:
        super().__init__(observation.text, observation.kind)
        self.observation = observation
        self._number = number

    def locate(self, start: int, end: int) -> Location:
        """The place that the document gave."""
        return self.observation.location

    def traits(self, position: int) -> frozenset[str]:
        """Always ``observed``."""
        return _OBSERVED

    def leaves(self, start: int, end: int) -> Sequence[tuple[Hashable, int, int]]:
        """The leaves of the document; one of its own for what has none, so that no two observations are taken for one."""
        return self.observation.leaves or ((("[observed]", str(self._number)), 0, 0),)

    def stored(self, start: int, end: int) -> tuple[int, int, str]:
        """The place in a text file, whose one leaf is 0; elsewhere the text of the observation is all there is."""
        leaves = self.observation.leaves
        if leaves and leaves[0][0] == 0:
            return leaves[0][1], leaves[-1][2], self.text[start:end]
        return super().stored(start, end)


def observed(plan: Plan, observations: Sequence[Observation]) -> Iterator[Found]:
    """What the detectors make of the observations of a document."""
    for number, observation in enumerate(observations):
        for on_observation in plan.observers.get(observation.kind, ()):
            candidate = on_observation(observation)
            if candidate is not None:
                passage = ObservedPassage(observation, number)
                yield Found(passage, 0, len(observation.text), observation.text, candidate)


def is_cleaned(found: Found, cleaning: Callable[[str], str]) -> bool:
    """Whether the clean-up list takes ``found`` out of a masked copy."""
    passage = found.passage
    return isinstance(passage, ObservedPassage) and cleaning(passage.observation.cleaning) != "keep"


def is_fixed(found: Found) -> bool:
    """Whether ``found`` is an observation without text of its own, which no edit can reach."""
    return isinstance(found.passage, ObservedPassage) and not found.passage.observation.leaves
