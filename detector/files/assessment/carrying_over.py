"""One step from an older bank to the next: ids, levels, weights, and what is kept of what is no longer asked."""

from collections.abc import Sequence
from itertools import chain

from detector.core.answers import fact_problems
from detector.core.bank import LEVELS, Bank, Gone, Migration
from detector.core.bank.index import index_of
from detector.files.assessment.dropped_answers import SECTIONS, dropped_line, renamed_line, told_value
from detector.files.assessment.earlier_answers import earlier_answer, with_room
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import ProblemList


class Carried:
    """The members of a file on their way to today's bank, with a report and what is kept for people to look at."""

    def __init__(self, bank: Bank, members: dict[str, Json], version: str) -> None:
        """Begin with the file as it is."""
        self._bank, self._members, self._version = bank, members, version
        self.report: list[str] = []
        self.former: dict[str, str] = {}
        self._read_again: dict[str, None] = {}
        self._new: dict[str, None] = {}
        self._earlier: list[dict[str, Json]] = []
        self._anew: set[str] = set()

    def take(self, migration: Migration, later: Sequence[Migration], problems: ProblemList) -> None:
        """Go one step on."""
        self.report.append(f"Question bank {migration.from_version} to {migration.to_version}: {migration.note}")
        gone = {one.id: one for one in migration.gone}
        self._keep_earlier(migration, gone)
        for section in SECTIONS:
            entries = self._members.get(section)
            if isinstance(entries, dict):
                self._members = {**self._members, section: self._renamed(section, entries, migration, gone, problems)}
        moved = {new: self.former.get(old, old) for old, new in migration.renamed.items()}
        self.former = {**self.former, **moved}
        self._relevel(migration)
        self._reweigh(migration, later)
        self._follow(migration, gone)

    def finished(self) -> dict[str, Json]:
        """The members as today's bank reads them, with what waits for people to look at."""
        self._drop_unfit()
        answers = self._section("answers")
        levels = {key: _level(answers.get(key)) for key in self._read_again}
        waiting: dict[str, Json] = {key: level for key, level in levels.items() if level is not None}
        if waiting:
            self.report.append(f"Look once more, because the wording changed: {self._questions(waiting)}.")
        if fresh := [key for key in self._new if key not in answers]:
            self.report.append(f"Asked for the first time: {self._questions(fresh)}.")
        brought: dict[str, Json] = {
            "from_version": self._version,
            "carried": len(answers),
            "read_again": waiting,
            "new": [*self._new],
            "earlier": [*self._earlier],
        }
        return {**self._members, "brought_over": brought}

    def _section(self, section: str) -> dict[str, Json]:
        entries = self._members.get(section)
        return entries if isinstance(entries, dict) else {}

    def _questions(self, ids: dict[str, Json] | Sequence[str]) -> str:
        known = index_of(self._bank).questions
        return ", ".join(f"'{known[key].text}'" if key in known else key for key in ids)

    def _keep_earlier(self, migration: Migration, gone: dict[str, Gone]) -> None:
        """Keep what is no longer asked beside what took it in, and what rooms agreed on where levels changed."""
        answers, rooms = self._section("answers"), self._section("workshop")
        for one in gone.values():
            if one.now_in and (one.id in answers or one.id in rooms):
                told = earlier_answer(one.text, one.levels, answers.get(one.id), one.now_in)
                self._earlier.append(with_room(told, rooms.get(one.id)))
        back = {new: old for old, new in migration.renamed.items()}
        for key in migration.relevel:
            old = back.get(key, key)
            if old in rooms:
                question = index_of(self._bank).questions.get(key)
                text = gone[old].text if old in gone else question.text if question else key
                told = earlier_answer(text, (), answers.get(old), (key,))
                self._earlier.append(with_room(told, rooms[old]))
                rooms = {room: result for room, result in rooms.items() if room != old}
                self._members = {**self._members, "workshop": rooms}

    def _renamed(
        self,
        section: str,
        entries: dict[str, Json],
        migration: Migration,
        gone: dict[str, Gone],
        problems: ProblemList,
    ) -> dict[str, Json]:
        """The entries of one section under their new ids."""
        kept: dict[str, Json] = {}
        told: list[str] = []
        for key, value in entries.items():
            new = migration.renamed.get(key, key)
            if key in migration.removed:
                self.report.append(dropped_line(section, key, value))
                continue
            if key in gone:
                if gone[key].now_in:
                    told.append(gone[key].text)
                else:
                    self.report.append(dropped_line(section, key, value, gone[key].text))
                continue
            if new in kept:
                fault = f"Both {named(key)} and another entry are now {named(new)}."
                problems.add(f"{section}.{key}", fault, "Keep one.")
            elif new != key and not (new in migration.relevel or new in migration.read_again):
                self.report.append(renamed_line(section, key, new))
            kept[new] = value
        if told and section == "answers":
            texts = ", ".join(f"'{text}'" for text in told)
            self.report.append(f"No longer asked, and shown beside the questions that took them in: {texts}.")
        return kept

    def _relevel(self, migration: Migration) -> None:
        """Let levels that now ask for more count as lower ones."""
        answers = {**self._section("answers")}
        lowered: list[str] = []
        for key, levels in migration.relevel.items():
            entry, level = answers.get(key), _level(answers.get(key))
            if isinstance(entry, dict) and level is not None and levels[level] != level:
                answers[key] = {**entry, "level": levels[level]}
                lowered.append(f"{self._questions([key])} ({level} as {levels[level]})")
        if lowered:
            self._members = {**self._members, "answers": answers}
            self.report.append(f"Counts as a lower level until you look at it again: {', '.join(lowered)}.")

    def _reweigh(self, migration: Migration, later: Sequence[Migration]) -> None:
        """Let a council's own weights keep their proportion to the bank's."""
        weights = {**self._section("weights")}
        known = index_of(self._bank).dimensions
        changed = False
        for key, before in migration.weights_before.items():
            own = weights.get(key)
            after = next((one.weights_before[key] for one in later if key in one.weights_before), None)
            if after is None:
                after = known[key].weight if key in known else before
            if isinstance(own, int | float) and not isinstance(own, bool):
                weights[key], changed = own * after / before, True
        if changed:
            self._members = {**self._members, "weights": weights}
            self.report.append("Your own weights keep their proportion to the bank's, some of which changed.")

    def _follow(self, migration: Migration, gone: dict[str, Gone]) -> None:
        """What waits from earlier steps, under the new ids; then what this step adds."""
        left = {*gone, *migration.removed}
        for kept in (self._read_again, self._new):
            now = [migration.renamed.get(key, key) for key in kept if key not in left]
            kept.clear()
            kept.update(dict.fromkeys(now))
        for told in self._earlier:
            beside = told["beside"]
            if isinstance(beside, list):
                told["beside"] = [migration.renamed.get(str(key), str(key)) for key in beside if key not in left]
        self._read_again.update(dict.fromkeys(chain(migration.relevel, migration.read_again)))
        self._new.update(dict.fromkeys(migration.new))
        self._anew.update(migration.checked_anew)

    def _drop_unfit(self) -> None:
        """Leave out facts that take other values now."""
        facts, known = {**self._section("facts")}, index_of(self._bank).facts
        for key in self._anew & facts.keys() & known.keys():
            value = facts[key]
            if isinstance(value, str | bool | int | float) and fact_problems(known[key], value):
                del facts[key]
                said = f"'{known[key].text}' takes other values now, so yours was left out."
                self.report.append(f"{said} It held: {told_value(value)}.")
        if "facts" in self._members:
            self._members = {**self._members, "facts": facts}


def _level(entry: Json) -> int | None:
    """The level (0-3) of an answer as it stands in a file, None where it has none."""
    level = entry.get("level") if isinstance(entry, dict) else None
    return level if isinstance(level, int) and not isinstance(level, bool) and 0 <= level < LEVELS else None
