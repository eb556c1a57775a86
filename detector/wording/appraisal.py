"""The options appraisal in words: how often each model comes first, what must be valued for it, and what follows."""

from collections.abc import Sequence

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.marked_entries import model_of_staying
from detector.core.options.results import ModelOption, Options, Standing
from detector.core.options.standing import is_choice
from detector.core.options.strengths import strengths
from detector.core.scoring import shown, shown_share
from detector.wording.delivery_models import in_a_sentence
from detector.wording.plain import counted, listed

TOO_SELDOM = "It comes first too seldom to say what you would have to value."
NEVER_FIRST = "It never comes first."
WHATEVER = "No one criterion decides it: its levels do."
MOST_VALUED = 3
HALF = 0.5
TWO_QUESTIONS = "The verdict asks whether a mutual could work; this comparison asks what else competes with it."


def of_100(share: float) -> str:
    """How often of 100, from a share of 0 to 1; only nothing is none, and only all is all."""
    if share in {0, 1}:
        return "in all of 100" if share else "in none of 100"
    told, rounded = shown_share(share), shown(share)
    if rounded == told:
        return f"in {told} of 100"
    return "in fewer than 1 of 100" if rounded < told else "in more than 99 of 100"


def headline(bank: Bank, found: Assessment) -> str:
    """What joins the verdict and the order of the models; nothing where nothing was drawn."""
    options = found.options
    choices = [each for each in options.models if is_choice(each.standing.standing) and each.places]
    if not choices:
        return ""
    models = index_of(bank).models
    if options.no_mutual_because:
        return f"{options.no_mutual_because} {_order(bank, found, choices)}"
    if not any(models[each.model_id].is_mutual for each in choices):
        return _with_mutuals_held(bank, found, choices)
    return _beside_a_mutual(bank, found, choices)


def _beside_a_mutual(bank: Bank, found: Assessment, choices: Sequence[ModelOption]) -> str:
    """That a mutual may work, and how often staying in house comes first all the same, or what does."""
    staying, first = model_of_staying(bank), choices[0]
    still = "still " if staying is not None and first.model_id == staying.id else ""
    named = _named(bank, first)
    second = f", {_named(bank, choices[1])} {of_100(_first(choices[1]))}" if choices[1:] else ""
    leads = f"{named} {still}comes first {of_100(_first(first))}{second}"
    said = f"A mutual may work here. Over all ways of weighing the criteria, {leads}. {_clearly(bank, found, first)}"
    return f"{said} {_for_a_mutual(bank, choices)}".strip()


def _for_a_mutual(bank: Bank, choices: Sequence[ModelOption]) -> str:
    """Where another way comes first: why that is no contradiction, and what must be valued for a mutual to win."""
    models = index_of(bank).models
    if models[choices[0].model_id].is_mutual:
        return ""
    mutual = next(each for each in choices if models[each.model_id].is_mutual)
    wins = mutual.places.wins_when if mutual.places else None
    if wins is None or not wins.criteria:
        return TWO_QUESTIONS
    nouns = [index_of(bank).appraisal_criteria[each].noun for each in wins.criteria]
    valued = listed(nouns[:MOST_VALUED])
    return f"{TWO_QUESTIONS} For {_named(bank, mutual)} to come first, the council must value {valued} most."


def _with_mutuals_held(bank: Bank, found: Assessment, choices: Sequence[ModelOption]) -> str:
    """What is said while no mutual is a choice: the verdict, what would be, were it better, and what is open now."""
    options, verdict = found.options, found.verdict
    so = (
        "It is too early to say whether a mutual works here."
        if verdict.id is None
        else f"The verdict is “{index_of(bank).bands[verdict.id].label}”."
    )
    held = next((each for each in options.models if each.standing.standing is Standing.HELD and each.places), None)
    if held is None or held.places is None:
        return f"{so} {_order(bank, found, choices)}"
    would = f"{_named(bank, held)} would come first {of_100(held.places.first_if_open or 0.0)}"
    said = f"{so} Compare the other ways first. Were the verdict better, {would}, beside the ways open now."
    return f"{said} {_order(bank, found, choices, of='Without it')}"


def _order(
    bank: Bank, found: Assessment, choices: Sequence[ModelOption], of: str = "Of the ways that are open"
) -> str:
    """Which model comes first of those that are open, and the next; the clearer, the firmer."""
    first = choices[0]
    if not choices[1:]:
        return f"Only {_named(bank, first)} is open."
    named, second = _named(bank, first), f"{_named(bank, choices[1])} {of_100(_first(choices[1]))}"
    said = f"{of}, {named} comes first {of_100(_first(first))}, {second}."
    return f"{said} {_clearly(bank, found, first)}".strip()


def _clearly(bank: Bank, found: Assessment, first: ModelOption) -> str:
    """How settled it is that a model comes first; the lines are the bank's. Never settled while most is unknown."""
    rules, share = bank.appraisal_rules, _first(first) * 100
    if rules is None:
        return ""
    missing, asked = len(found.unknowns), sum(len(part.contributions) for part in found.dimensions)
    if missing > asked * HALF:
        return f"{counted(missing, 'answer')} {'is' if missing == 1 else 'are'} missing, so this is not settled."
    named = _sentence(_named(bank, first))
    if share >= rules.clear_from:
        return f"{named} comes first in most views."
    return f"{named} is ahead, but not settled." if share >= rules.ahead_from else "No way is clearly first."


def _named(bank: Bank, option: ModelOption) -> str:
    return in_a_sentence(index_of(bank).models[option.model_id])


def _first(option: ModelOption) -> float:
    return (option.places.first or 0.0) if option.places else 0.0


def first_in_words(option: ModelOption) -> str:
    """How often a model comes first, or would, were the verdict better; a dash where nothing was drawn for it."""
    places = option.places
    if places is not None and places.first_if_open is not None:
        return f"{_share(places.first_if_open)}, were the verdict better"
    return _share(places.first if places else None)


def first_two_in_words(option: ModelOption) -> str:
    """How often a model comes first or second; a dash where it is no choice, or nothing was drawn."""
    return _share(option.places.first_two if option.places else None)


def _share(share: float | None) -> str:
    return "–" if share is None else _sentence(of_100(share))


def wins_when(bank: Bank, option: ModelOption) -> str:
    """What a council must value for a model to come first."""
    places = option.places
    if places is None:
        return ""
    share = places.first if places.first is not None else places.first_if_open
    if not share:
        return NEVER_FIRST
    if places.wins_when is None:
        return TOO_SELDOM
    nouns = [index_of(bank).appraisal_criteria[each].noun for each in places.wins_when.criteria]
    if not nouns:
        return WHATEVER
    then = of_100(places.wins_when.then_first)
    surely = f"even then not surely: {then}" if places.wins_when.then_first < HALF else then
    return _sentence(f"{listed(nouns[:MOST_VALUED])}: {surely}.")


def strengths_in_words(bank: Bank, options: Options) -> dict[str, str]:
    """What each model is best and weakest on, by its id."""
    criteria = index_of(bank).appraisal_criteria
    said: dict[str, str] = {}
    for model_id, found in strengths(options).items():
        parts = [
            f"{word} on {listed(criteria[each].noun for each in some)}"
            for word, some in (("best", found.best), ("weakest", found.weakest))
            if some
        ]
        said[model_id] = _sentence(f"{'; '.join(parts)}.") if parts else ""
    return said


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
