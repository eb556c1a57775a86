"""What the money test is asked and assumes, as data: nothing here knows how to count."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from detector.core.bank.base import Entry, Identifier, SourceNumber, Text

Percent = Annotated[float, Field(ge=0, le=100)]


class MoneyPart(StrEnum):
    """One number that the money test starts from."""

    INCOME = "income"
    CORE_SHARE = "core_share"
    GROWTH = "growth"
    STAFF = "staff"
    PENSION = "pension"
    RUNNING = "running"
    OVERHEADS = "overheads"
    VAT = "vat"
    SET_UP = "set_up"
    CASH = "cash"


class MoneyKind(StrEnum):
    """What a number of the money test is: pounds, or so many in a hundred."""

    POUNDS = "pounds"
    PERCENT = "percent"


class MoneyInput(Entry):
    """A number of the money test: a fact that is asked anyway, or a number of its own with a default.

    `default`, in percent, is a share of turnover where the number is in pounds, else the number itself. `least` is
    the smallest number that is taken. A default is judgement, for a conversation, and never evidence.
    """

    part: MoneyPart = Field(description="Which number it is; each stands once.")
    name: Text = Field(description="As people read it.")
    fact: Identifier | None = Field(default=None, description="The id of the fact that holds it, where there is one.")
    hint: str = Field(default="", description="A sentence that explains it; may be left out.")
    kind: MoneyKind = Field(description="pounds: a sum a year or a sum; percent: so many in a hundred.")
    default: float | None = Field(
        default=None, description="In percent: of turnover for pounds, else the number itself; none beside a fact."
    )
    least: float = Field(default=0, description="The smallest number that is taken.")
    because: Text = Field(description="Where the default comes from, or why the number is asked.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")


class MoneyDraw(StrEnum):
    """One assumption that the money test varies."""

    PRICE_RISE = "price_rise"
    PAY_RISE = "pay_rise"
    COST_RISE = "cost_rise"
    OTHER_INCOME = "other_income"
    GROWTH = "growth"
    STAFF = "staff"
    RUNNING = "running"
    OVERHEADS = "overheads"
    PENSION = "pension"
    VAT = "vat"
    SET_UP = "set_up"
    SAVED_SHARE = "saved_share"
    SAVED_AFTER = "saved_after"


class MoneyRange(Entry):
    """How far an assumption is varied: a triangle from `low` over its peak at `likely` to `high`."""

    varies: MoneyDraw = Field(description="Which assumption; each stands once.")
    name: Text = Field(description="As people read it.")
    low: float = Field(description="The lowest, in the unit.")
    likely: float = Field(description="The likeliest, in the unit; the central case takes it.")
    high: float = Field(description="The highest, in the unit.")
    unit: Text = Field(description="What the three are counted in, as people read it.")
    because: Text = Field(description="Why these.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")


class MoneyRule(StrEnum):
    """What a proposal looks at."""

    FIVE_YEARS = "five_years"
    LOST_CONTRACT = "lost_contract"
    OVERHEADS = "overheads"
    CASH = "cash"


class MoneyProposal(Entry):
    """An answer that the money test proposes and never sets: level 2 or 1 where its line is met, else 0.

    Nothing is proposed while a number in `needs` is not given. What the lines mean depends on the rule:
    five_years: the paths (%) without a loss over five years, and for level 2 the central case has none either;
    lost_contract: level 2, the paths (%) that last after losing `lost` percent; level 1, the months that the central
    case must outlast; overheads: the most (% of income) they may be; cash: level 2, the paths (%) in which cash never
    runs out; level 1, the central case, without a line.
    """

    question: Identifier = Field(description="The id of the question it proposes an answer to.")
    rule: MoneyRule = Field(description="What it looks at; each stands once.")
    level_2: float = Field(description="The line for level 2.")
    level_1: float | None = Field(default=None, description="The line for level 1; the rule cash has none.")
    lost: Percent | None = Field(default=None, description="How much of the core contract is lost; of lost_contract.")
    needs: Annotated[tuple[MoneyPart, ...], Field(min_length=1)] = Field(
        description="The numbers that must be given, not defaults."
    )
    because: Text = Field(description="The lines in words.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
