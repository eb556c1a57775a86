"""What the options appraisal finds: each model's standing, its levels, and its places over many ways of weighing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How a model stands: a choice, a choice unless something unknown excludes it, held by the verdict, or out."""

    OPEN = "open"
    DEPENDS = "depends"
    HELD = "held"
    OUT = "out"


@dataclass(frozen=True)
class WhyOut:
    """A rule that takes a model or a form out, and what triggered it (ids of facts, questions and scores).

    Without `checked_on` it is professional judgement.
    """

    rule_id: str
    because: str
    triggered_by: tuple[str, ...]
    sources: tuple[int, ...]
    checked_on: date | None


@dataclass(frozen=True)
class NoteFound:
    """Something to say beside a model; without sources it is professional judgement."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True)
class ModelStanding:
    """One model's standing. `why_out` is empty unless it is out; `depends_on` names what is unknown where it depends.

    `depends_on` are ids of facts, questions and scores.
    """

    model_id: str
    standing: Standing
    why_out: tuple[WhyOut, ...] = ()
    depends_on: tuple[str, ...] = ()
    notes: tuple[NoteFound, ...] = ()


@dataclass(frozen=True)
class ShiftFound:
    """Answers that moved a level: why, and what triggered it; without sources it is professional judgement."""

    because: str
    triggered_by: tuple[str, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Levels:
    """Where a model stands on a criterion, from 0 to 3, with low <= level <= high."""

    level: int
    low: int
    high: int


@dataclass(frozen=True)
class AppraisedLevel:
    """A model's levels on a criterion, as the answers have moved them."""

    criterion_id: str
    levels: Levels
    shifts: tuple[ShiftFound, ...] = ()


@dataclass(frozen=True)
class WinsWhen:
    """What a council must value for a model to come first: criteria whose mean weight is high among its winning draws.

    `then_first` (0-1) is how often it comes first under the mean weights of those draws. `criteria` may be empty:
    then it wins by its levels, whatever is valued.
    """

    criteria: tuple[str, ...]
    then_first: float


@dataclass(frozen=True)
class Places:
    """How often (0-1) a model comes first, and first or second, among the models that are a choice.

    A held model is no choice: it has only `first_if_open`, its share were it the only one added. `wins_when` is None
    where it wins too seldom to say.
    """

    first: float | None
    first_two: float | None
    first_if_open: float | None
    wins_when: WinsWhen | None


@dataclass(frozen=True)
class ModelOption:
    """One model with everything found of it; `places` is None where it is out, or where nothing was drawn."""

    standing: ModelStanding
    levels: tuple[AppraisedLevel, ...]
    places: Places | None

    @property
    def model_id(self) -> str:
        """The model's id."""
        return self.standing.model_id


@dataclass(frozen=True)
class Options:
    """Every delivery model, in the order they are shown everywhere: choices by first places, then held, then out.

    `draws` is how many ways of weighing were drawn; 0 where none were, or where the bank appraises no models.
    `no_mutual_because` says what takes every mutual out though the verdict allows one; empty otherwise.
    """

    models: tuple[ModelOption, ...] = ()
    draws: int = 0
    no_mutual_because: str = ""

    def by_id(self) -> Mapping[str, ModelOption]:
        """The models by their ids."""
        return {option.model_id: option for option in self.models}
