"""How many joined and how many answered, counted where they are kept: nobody's answer is read for it."""

from collections import Counter

from sqlalchemy import Connection, func, select

from detector.core.workshop.workshop import QuestionRound
from detector.store.tables import people, votes


def count_joined(connection: Connection, key: str) -> Counter[str]:
    """How many people joined a workshop, by group."""
    chosen = select(people.c.group_id, func.count()).where(people.c.workshop_key == key).group_by(people.c.group_id)
    return Counter({row[0]: row[1] for row in connection.execute(chosen)})


def count_answered(connection: Connection, key: str, question_round: QuestionRound) -> Counter[str]:
    """How many people answered a question in one round, by group."""
    asked = (
        (votes.c.workshop_key == key)
        & (votes.c.question_id == question_round.question_id)
        & (votes.c.round == question_round.round)
    )
    chosen = select(votes.c.group_id, func.count()).where(asked).group_by(votes.c.group_id)
    return Counter({row[0]: row[1] for row in connection.execute(chosen)})
