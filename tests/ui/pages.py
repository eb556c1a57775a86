"""Pages opened without a browser, and what is kept after they ran."""

from dataclasses import dataclass

from streamlit.testing.v1 import AppTest

from detector.bank_files import load_bank
from detector.core.answers import (
    Answer,
    AnswerSheet,
    FactValue,
    Item,
    ItemValue,
    answer_item,
    check_change,
    check_sheet,
)
from detector.store import Store

PATIENCE = 60.0
BANK = load_bank()


def _questions() -> None:
    from detector.ui.answer.page import questions_page

    questions_page()


def _service() -> None:
    from detector.ui.overview.page import service_page

    service_page()


def _export() -> None:
    from detector.ui.share.page import export_page

    export_page()


def _next_steps() -> None:
    from detector.ui.plan.page import next_steps_page

    next_steps_page()


def _legal_forms() -> None:
    from detector.ui.options.legal_forms import forms_page

    forms_page()


def _models() -> None:
    from detector.ui.options.delivery_models import models_page

    models_page()


def _workshop() -> None:
    from detector.ui.workshop.page import workshop_page

    workshop_page()


def _projector() -> None:
    from detector.ui.workshop.projector import projector_page

    projector_page()


@dataclass(frozen=True)
class Desk:
    """Opens pages on one store."""

    store: Store

    def questions(self, key: str, part: str = "MKT", **held: object) -> AppTest:
        """The Questions page in a new browser session that already holds values for some widgets."""
        page = AppTest.from_function(_questions, default_timeout=PATIENCE)
        page.query_params["part"] = part
        return self._opened(page, key, held)

    def quick_scan(self, key: str, part: str = "") -> AppTest:
        """A part of the quick scan in a new browser session, the first one where none is named."""
        page = AppTest.from_function(_questions, default_timeout=PATIENCE)
        page.query_params["scan"] = "quick"
        if part:
            page.query_params["part"] = part
        return self._opened(page, key, {})

    def service(self, key: str) -> AppTest:
        """The Service page in a new browser session."""
        return self._opened(AppTest.from_function(_service, default_timeout=PATIENCE), key, {})

    def export(self, key: str) -> AppTest:
        """The Export page in a new browser session."""
        return self._opened(AppTest.from_function(_export, default_timeout=PATIENCE), key, {})

    def next_steps(self, key: str) -> AppTest:
        """The Next steps page in a new browser session."""
        return self._opened(AppTest.from_function(_next_steps, default_timeout=PATIENCE), key, {})

    def legal_forms(self, key: str) -> AppTest:
        """The Legal forms page in a new browser session."""
        return self._opened(AppTest.from_function(_legal_forms, default_timeout=PATIENCE), key, {})

    def models(self, key: str) -> AppTest:
        """The Models page in a new browser session."""
        return self._opened(AppTest.from_function(_models, default_timeout=PATIENCE), key, {})

    def workshop(self, key: str, room: str = "") -> AppTest:
        """The Workshop page in a new browser session, on the page of one workshop or on the form for a new one."""
        page = AppTest.from_function(_workshop, default_timeout=PATIENCE)
        if room:
            page.query_params["room"] = room
        return self._opened(page, key, {})

    def projector(self, join_token: str) -> AppTest:
        """The projector's page."""
        page = AppTest.from_function(_projector, default_timeout=PATIENCE)
        page.query_params["door"] = join_token
        return page.run()

    def kept(self, sheet: AnswerSheet) -> str:
        """The key of a new assessment with these answers."""
        return self.store.create(check_sheet(BANK, sheet))

    def answer(self, key: str, question_id: str) -> Answer | None:
        """The answer that is kept to a question."""
        return self.store.load(key).sheet.answers.get(question_id)

    def fact(self, key: str, fact_id: str) -> FactValue | None:
        """The fact that is kept."""
        return self.store.load(key).sheet.facts.get(fact_id)

    def changed_elsewhere(self, key: str, question_id: str, value: ItemValue, by: str = "") -> None:
        """Somebody else records an answer, having seen the latest one."""
        self.put_elsewhere(key, answer_item(question_id), value, by)

    def put_elsewhere(self, key: str, item: Item, value: ItemValue, by: str = "") -> None:
        """Somebody else changes anything of an assessment, having seen the latest change of it."""
        seen = self.store.load(key).revisions.get(item, 0)
        self.store.save(key, check_change(BANK, item, value), seen, by)

    def _opened(self, page: AppTest, key: str, held: dict[str, object]) -> AppTest:
        page.query_params["assessment"] = key
        for widget, value in held.items():
            page.session_state[widget.replace("_", "-")] = value
        return page.run()


def said(page: AppTest) -> str:
    """Every text, notice and piece of HTML on a page, one below the other."""
    notices = [*page.warning, *page.error, *page.info, *page.success]
    lines = [text.value for text in page.text] + [notice.value for notice in notices]
    pieces = [str(piece.proto.body) for piece in page.get("html")]
    return "\n".join([*lines, *pieces])
