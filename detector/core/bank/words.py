"""The words that pages and papers print beside the bank's own texts. No number depends on them."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from detector.core.bank.base import LEVELS, AnswerIs, Condition, Entry, Identifier, SourceNumber, Text
from detector.core.bank.guidance import Statement

ShortText = Annotated[str, StringConstraints(min_length=1, max_length=28, strip_whitespace=True)]
Phrase = Annotated[str, StringConstraints(min_length=1, max_length=34, strip_whitespace=True)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]
TermLine = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]

# The points of a recommendation that make the short draft.
SHORT_DRAFT = 4


class QuestionWords(Entry):
    """A question's short name, and what each of its levels says of the service in a few words."""

    question: Identifier = Field(description="The id of the question.")
    short_text: ShortText = Field(description="Its name where questions are listed; no two are alike.")
    level_phrases: Annotated[tuple[Phrase, ...], Field(min_length=LEVELS, max_length=LEVELS)] = Field(
        description="What holds of the service at levels 0 to 3: 0 and 1 speak against, 2 and 3 for."
    )
    time_to_find_out: Text = Field(description="How long it takes to find the answer out: one of 'times'.")


class GateWords(Entry):
    """What clears a gate, in one line."""

    gate: Identifier = Field(description="The id of the gate.")
    cleared_when_short: Line = Field(description="What would clear it, true to its 'clears_when'.")


class StakeholderWords(Entry):
    """What a stakeholder is called where room is short, and in a sentence."""

    stakeholder: Identifier = Field(description="The id of the stakeholder.")
    short_name: ShortText = Field(description="For buttons and columns.")
    in_a_sentence: Text = Field(description="For the middle of a sentence, with its article.")


class Term(Entry):
    """A word that people meet, in one plain line. What states law or policy names its sources and day."""

    term: Text = Field(description="The word, as it is listed.")
    also: tuple[Text, ...] = Field(default=(), description="Other ways of writing it.")
    means: TermLine = Field(description="What it means, in one line.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    checked_on: date | None = Field(default=None, description="The day somebody last compared it with its sources.")
    of_results: bool = Field(default=False, description="true for a word of results, which the bank's texts lack.")


class Leaves(StrEnum):
    """Whether a function of a service may leave the council."""

    MAY = "may"
    IN_PART = "in_part"
    MAY_NOT = "may_not"
    ASK = "ask"


class FunctionLine(Entry):
    """What is known of the functions of some kinds of service: whether they may leave the council."""

    when: AnswerIs = Field(description="The kinds of service: {fact: ..., is_one_of: [...]}.")
    leaves: Leaves = Field(description="may, in_part or may_not, each with a source; ask, for what is not settled.")
    says: Statement = Field(description="The functions, or the question to ask.")


class FunctionList(Entry):
    """Which functions may leave the council, by kind of service, shown beside one question."""

    question: Identifier = Field(description="The id of the question that shows the list.")
    fact: Identifier = Field(description="The id of the fact, a choice, whose options are the kinds of service.")
    lines: tuple[FunctionLine, ...] = Field(description="What is known, by kind of service.")


class OtherText(Entry):
    """What a point says where a condition certainly holds."""

    when: Condition = Field(description="The condition.")
    text: Text = Field(description="The text in its place.")


class RecommendationPoint(Entry):
    """One numbered point of a draft recommendation, to follow "That Cabinet:".

    `{words}` are filled in from the answers; a point of which nothing can be filled in is left out. `[words]` are the
    officer's.
    """

    text: Text = Field(description="It begins with a verb: notes, agrees, asks ...")
    in_short: bool = Field(default=False, description="true for the four of the short draft.")
    when: Condition | None = Field(
        default=None, description="It stands only where this certainly holds; leave it out if it always stands."
    )
    instead: tuple[OtherText, ...] = Field(default=(), description="Other texts: the first that certainly holds.")


class Recommendation(Entry):
    """What members could be asked to decide after one verdict, or where none is named yet."""

    band: Identifier | None = Field(
        default=None, description="The id of the verdict; left out for 'too early to say'."
    )
    members_are_asked_to: Text = Field(description="The whole in one sentence, to follow 'Members are asked to'.")
    points: tuple[RecommendationPoint, ...] = Field(description="Its points, in order.")


class Words(Entry):
    """The folder words/: names, phrases and lines for each entry of the bank, keyed by its id."""

    version: Annotated[int, Field(ge=1)] = Field(description="One more with each change of words.")
    times: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="How long finding an answer out can take, shortest first."
    )
    questions: tuple[QuestionWords, ...] = Field(description="Words for each question.")
    gates: tuple[GateWords, ...] = Field(description="Words for each gate.")
    stakeholders: tuple[StakeholderWords, ...] = Field(description="Words for each stakeholder.")
    terms: tuple[Term, ...] = Field(description="The words that people meet.")
    functions: FunctionList = Field(description="Which functions may leave the council.")
    recommendations: tuple[Recommendation, ...] = Field(description="Draft recommendations, by verdict.")
