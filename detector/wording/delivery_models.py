"""Delivery models in words: what each is, how it stands, and its levels."""

from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel
from detector.core.options.results import AppraisedLevel, ModelOption, Standing, WhyOut
from detector.wording.statements import JUDGEMENT, cited_briefly, numbered, stated
from detector.wording.subjects import subjects_in_words

STANDINGS = {
    Standing.OPEN: "A choice",
    Standing.DEPENDS: "A choice, unless something not known yet rules it out",
    Standing.HELD: "Held back by the verdict",
    Standing.OUT: "Ruled out",
}


def kind_of_model(model: DeliveryModel) -> str:
    """Whether a model is a mutual."""
    return "A mutual" if model.is_mutual else "Not a mutual"


def in_a_sentence(model: DeliveryModel) -> str:
    """What a model is called inside a sentence."""
    return model.noun or f"“{model.name}”"


def depends_on(bank: Bank, option: ModelOption) -> str:
    """What must be known before it is clear whether a model is a choice."""
    return f"It depends on: {subjects_in_words(bank, option.standing.depends_on)}"


def model_because(bank: Bank, option: ModelOption) -> str:
    """Why a model is out, or what its being a choice depends on, with what is said beside it."""
    said = [_why_out(why) for why in option.standing.why_out]
    said += [f"{note.text} {cited_briefly(note.sources)}" for note in option.standing.notes]
    if option.standing.depends_on:
        said.append(depends_on(bank, option))
    return " ".join(said)


def _why_out(why: WhyOut) -> str:
    return f"{why.because} {cited_briefly(why.sources, why.checked_on)}"


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
