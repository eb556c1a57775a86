"""Delivery models in words: what each is, how it stands, and its levels."""

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel
from detector.core.bank.index import index_of
from detector.core.options.results import AppraisedLevel, ModelOption, Standing, WhyOut
from detector.wording.statements import JUDGEMENT, cited_briefly, numbered, stated
from detector.wording.subjects import subjects_answered, subjects_in_words

STANDINGS = {
    Standing.OPEN: "A choice",
    Standing.DEPENDS: "A choice, unless something not known yet rules it out",
    Standing.HELD: "Held back by the verdict",
    Standing.OUT: "Ruled out",
}
A_HOST_MAY_MEND = "a host may mend what holds it: ask one"


def stands_in_words(found: Assessment, option: ModelOption) -> str:
    """How a model stands; of joining a host, that one may mend what the verdict holds it for, where the bank says so.

    The bank says so where a host is known and joining it comes before a body of one's own.
    """
    standing = option.standing.standing
    joining = found.forms.joining if found.forms else None
    if standing is not Standing.HELD or joining is None or not joining.look_first:
        return STANDINGS[standing]
    is_joining = joining.form_id in index_of(found.bank).models[option.model_id].forms
    return f"{STANDINGS[standing]}; {A_HOST_MAY_MEND}" if is_joining else STANDINGS[standing]


def kind_of_model(model: DeliveryModel) -> str:
    """Whether a model is a mutual."""
    return "A mutual" if model.is_mutual else "Not a mutual"


def in_a_sentence(model: DeliveryModel) -> str:
    """What a model is called inside a sentence."""
    return model.noun or f"“{model.name}”"


def depends_on(bank: Bank, option: ModelOption) -> str:
    """What must be known before it is clear whether a model is a choice."""
    return f"It depends on: {subjects_in_words(bank, option.standing.depends_on)}"


def model_because(found: Assessment, option: ModelOption) -> str:
    """Why a model is out and by which answers, or what its being a choice depends on, with what is said beside it."""
    said = [_why_out(found, why) for why in option.standing.why_out]
    said += [f"{note.text} {cited_briefly(note.sources)}" for note in option.standing.notes]
    if option.standing.depends_on:
        said.append(depends_on(found.bank, option))
    return " ".join(said)


def _why_out(found: Assessment, why: WhyOut) -> str:
    said = f"{why.because} {cited_briefly(why.sources, why.checked_on)}"
    answers = subjects_answered(found.bank, found.sheet, found, why.triggered_by)
    return f"{said} Ruled out by: {answers}." if answers else said


def level_in_words(level: AppraisedLevel) -> str:
    """A level and its range: "2 (1 to 3)"."""
    levels = level.levels
    if levels.low == levels.high:
        return str(levels.level)
    return f"{levels.level} ({levels.low} to {levels.high})"


def level_because(bank: Bank, option: ModelOption, level: AppraisedLevel) -> str:
    """Why a model has its level on a criterion, and which answers moved it."""
    appraised = next(each for each in bank.appraisal if each.model == option.model_id)
    cell = next(each for each in appraised.cells if each.criterion == level.criterion_id)
    beyond = f" {JUDGEMENT}" if cell.judgement and cell.sources else ""
    said = [f"{cell.reason} {numbered(cell.sources)}".rstrip() + beyond]
    said += [f"From your answers: {each.because} {numbered(each.sources)}".rstrip() for each in level.shifts]
    return " ".join(said)


def cell_of(model: DeliveryModel, criterion: str) -> str:
    """What holds for a model on a criterion, with its marks; nothing where the bank does not say."""
    return next((stated(cell.says) for cell in model.cells if cell.criterion == criterion), "")
