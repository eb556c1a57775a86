"""Delivery models and their appraisal, as other programs read them."""

from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.options.results import ModelOption, Options, WhyOut
from detector.core.options.standing import is_choice
from detector.files.result.options_schema import ModelPart, OptionPart, OutPart, WinsWhenPart


def model_parts(bank: Bank, options: Options) -> list[ModelPart]:
    """What readers of the first version of the format know: the models in the bank's order, by their standing."""
    found = options.by_id()
    return [
        {
            "id": model.id,
            "name": model.name,
            "fit": _fit(options, found[model.id]),
            "because": " ".join(why.because for why in found[model.id].standing.why_out),
            "patterns": [],
            "sources": sorted({source for why in found[model.id].standing.why_out for source in why.sources}),
            "depends_on": [*found[model.id].standing.depends_on],
        }
        for model in bank.models
    ]


def _fit(options: Options, option: ModelOption) -> str:
    if option == options.models[0] and option.places is not None:
        return "pointed_to"
    return "may_be" if is_choice(option.standing.standing) else "not_pointed_to"


def option_parts(bank: Bank, options: Options) -> list[OptionPart]:
    """Every model in order with its standing, its places and its levels."""
    models = index_of(bank).models
    return [
        {
            "id": each.model_id,
            "name": models[each.model_id].name,
            "standing": each.standing.standing.value,
            "first": _of_100(each.places.first if each.places else None),
            "first_two": _of_100(each.places.first_two if each.places else None),
            "first_if_open": _of_100(each.places.first_if_open if each.places else None),
            "wins_when": _wins_when(each),
            "out_by": [_out(why) for why in each.standing.why_out],
            "depends_on": [*each.standing.depends_on],
            "notes": [note.text for note in each.standing.notes],
            "levels": {
                level.criterion_id: {
                    "level": level.levels.level,
                    "low": level.levels.low,
                    "high": level.levels.high,
                    "moved_by": [shift.because for shift in level.shifts],
                }
                for level in each.levels
            },
        }
        for each in options.models
    ]


def _wins_when(option: ModelOption) -> WinsWhenPart | None:
    found = option.places.wins_when if option.places else None
    return None if found is None else {"criteria": [*found.criteria], "then_first": found.then_first * 100}


def _of_100(share: float | None) -> float | None:
    return None if share is None else share * 100


def _out(why: WhyOut) -> OutPart:
    return {
        "rule": why.rule_id,
        "because": why.because,
        "facts": [*why.triggered_by],
        "sources": [*why.sources],
        "checked_on": why.checked_on.isoformat() if why.checked_on else None,
    }
