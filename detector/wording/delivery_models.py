"""Delivery models in words."""

from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel
from detector.core.delivery_models import ModelFit, ModelReason, ModelResult
from detector.wording.statements import cited, stated
from detector.wording.subjects import subjects_in_words

FITS = {
    ModelFit.POINTED_TO: "The answers point to it",
    ModelFit.MAY_BE: "It may be: not enough is known",
    ModelFit.NOT_POINTED_TO: "Nothing in the answers points to it",
}


def kind_of_model(model: DeliveryModel) -> str:
    """Whether a model is a mutual."""
    return "A mutual" if model.is_mutual else "Not a mutual"


def depends_on(bank: Bank, result: ModelResult) -> str:
    """What must be known before it is clear whether the answers point to a model."""
    return f"It depends on: {subjects_in_words(bank, result.depends_on)}"


def model_because(bank: Bank, result: ModelResult) -> str:
    """Why the answers point to a model, or what that depends on."""
    if result.fit is ModelFit.MAY_BE:
        return depends_on(bank, result)
    return " ".join(_reason(bank, reason) for reason in result.reasons)


def _reason(bank: Bank, reason: ModelReason) -> str:
    return f"{reason.because} {cited(bank, reason.sources)}"


def cell_of(model: DeliveryModel, criterion: str) -> str:
    """What holds for a model on a criterion, with its marks; nothing where the bank does not say."""
    return next((stated(cell.says) for cell in model.cells if cell.criterion == criterion), "")
