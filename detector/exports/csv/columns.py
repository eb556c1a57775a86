"""The columns of the one table for analysts, each with what it holds."""

from collections.abc import Mapping

Row = Mapping[str, str | int | float | None]
"""One row: what stands in each column that it fills."""

COLUMNS = {
    "kind": "What the row is: about, verdict, score, weight, confidence, firmness, unknown, gate, answer, fact, form, "
    "model, action or source.",
    "id": "The stable id of what the row is about. Own_ begins what holds under the council's own weights.",
    "part_of": "The id it belongs to: the group of a dimension or fact, the dimension of an answer, the question of a "
    "gate, the questions of an action.",
    "type": "The kind of gate, fact or form.",
    "order": "The rank of a form, the place of a model, the order of an action, unknown answer or sentence on "
    "firmness, the number of a source.",
    "name": "What it is called, or what is asked.",
    "state": "The id of a verdict; the state of a gate, answer, form or model; done or open for an action.",
    "value": "The answer to a fact as kept (ids of choices, money to the penny), the points of a form, how often of "
    "100 a model comes first, in how many of 100 ways an unknown answer alone decides the verdict.",
    "words": "The same, or the reason for it, in words.",
    "score": "Out of 100, rounded half up as in every document.",
    "low": "The lowest it can still turn out, rounded likewise.",
    "high": "The highest it can still turn out, rounded likewise.",
    "score_exact": "Out of 100, not rounded.",
    "low_exact": "Not rounded.",
    "high_exact": "Not rounded.",
    "coverage": "How much is answered, from 0 to 1, by weight; not rounded.",
    "weight": "The weight of a dimension or question, in the bank's units.",
    "level": "The level answered, 0 to 3.",
    "level_counted": "The level it counts as.",
    "evidence_grade": "0 to 3.",
    "evidence": "The grade in words.",
    "note": "As typed.",
    "reason": "Why a question does not apply, as typed.",
    "links": "Web addresses, one a line.",
    "workshop_held_on": "The day of the workshop that agreed a level: year-month-day.",
    "workshop_level": "The level it agreed, 0 to 3; empty where it agreed that nobody knows.",
    "workshop_round": "The round in which it did.",
    "workshop_people": "How many answered in that round.",
    "workshop_chose": "How many of them chose a level; empty where fewer than five answered, or it was not kept.",
    "workshop_dont_know": "How many of them did not know; empty likewise.",
    "workshop_median": "The median of the levels chosen; empty where fewer than five or under half chose one.",
    "workshop_agreement": "How far the room agrees, from -1 (divided between the ends) to 1 (all alike); empty "
    "likewise.",
    "workshop_groups": "How many groups could be compared: in each five or more chose a level.",
    "workshop_groups_apart": "How far the medians of two of them lie apart at most, in levels; empty where fewer than "
    "two could be compared.",
    "workshop_dissent": "What those who see it otherwise asked to have written down, as typed.",
    "owner": "Who does an action, as planned.",
    "suggested_owner": "Who the bank suggests.",
    "due": "The planned date: year-month-day.",
    "stage": "The id of an action's stage.",
    "sources": "The numbers of the sources.",
}
