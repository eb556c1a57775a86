"""The options appraisal of one sheet: each model's standing first, then how often each choice comes first."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.conditions import Scores
from detector.core.options.drawing import DRAWS, draw, valued
from detector.core.options.levels import appraised_levels
from detector.core.options.places import choice_places, held_places
from detector.core.options.results import AppraisedLevel, Levels, ModelOption, ModelStanding, Options, Places, Standing
from detector.core.options.standing import is_choice, model_standings, no_mutual_because

_ORDER = (Standing.OPEN, Standing.DEPENDS, Standing.HELD, Standing.OUT)


def appraise(
    bank: Bank,
    sheet: AnswerSheet,
    scores: Scores,
    verdict_id: str | None,
    *,
    draws: int = DRAWS,
    own_weights: Mapping[str, float] | None = None,
) -> Options:
    """Every delivery model with its standing, levels and places; nothing is drawn where `draws` is 0.

    `scores` are by "overall", group and dimension. Weights are any that a council might have, or, where given, its
    own (by criterion or family) within half of their value.
    """
    found = model_standings(bank, sheet, scores, verdict_id)
    levels = appraised_levels(bank, sheet, scores)
    places = _places(bank, found, levels, draws, own_weights) if draws else {}
    models = [ModelOption(each, levels.get(each.model_id, ()), places.get(each.model_id)) for each in found]
    return Options(
        models=tuple(sorted(models, key=_rank)),
        draws=draws if places else 0,
        no_mutual_because=no_mutual_because(bank, found, verdict_id),
    )


def _rank(option: ModelOption) -> tuple[int, float]:
    """Choices by first places, then held models by what they would have, then those that are out."""
    if is_choice(option.standing.standing):
        return 0, -(option.places.first or 0.0) if option.places else 0.0
    share = option.places.first_if_open if option.places else None
    return _ORDER.index(option.standing.standing), -(share or 0.0)


def _places(
    bank: Bank,
    found: Sequence[ModelStanding],
    levels: Mapping[str, tuple[AppraisedLevel, ...]],
    draws: int,
    own_weights: Mapping[str, float] | None,
) -> dict[str, Places]:
    """The places of every model that is appraised and not out, by its id."""
    rules, appraised = bank.appraisal_rules, [each for each in found if each.model_id in levels]
    if rules is None or not appraised:
        return {}
    of_models = [[each.levels for each in levels[one.model_id]] for one in appraised]
    drawn = valued(draw(bank, len(appraised), _seed(bank, of_models), draws=draws, own_weights=own_weights), of_models)
    choices = [at for at, each in enumerate(appraised) if is_choice(each.standing)]
    held = [at for at, each in enumerate(appraised) if each.standing is Standing.HELD]
    places = choice_places(bank, rules, drawn, choices) if choices else {}
    places |= {at: held_places(bank, rules, drawn, choices, at) for at in held}
    return {appraised[at].model_id: each for at, each in places.items()}


def _seed(bank: Bank, levels: Sequence[Sequence[Levels]]) -> int:
    """A number that belongs to the bank's version and to the levels that the answers give.

    An answer that moves no level changes no draw, so that nothing but what it says can change a share.
    """
    drawn = [[(each.level, each.low, each.high) for each in row] for row in levels]
    return int.from_bytes(sha256(json.dumps([bank.version, drawn]).encode()).digest())
