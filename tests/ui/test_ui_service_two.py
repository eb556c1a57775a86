"""Two people describe a service at once: different boxes are both kept, the same box is asked about."""

from ui.pages import Desk

from detector.core.answers import AnswerSheet, Service

EMPTY = AnswerSheet("2026.2", Service("Library service"))


def test_different_boxes_are_both_kept(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    one, other = desk.service(key), desk.service(key)
    one.text_input(key="service-council").set_value("Anyshire").run()

    other.text_area(key="service-description").set_value("Lends books").run()

    assert desk.store.load(key).sheet.service == Service("Library service", "Anyshire", "Lends books")
    assert other.text_input(key="service-council").value == "Anyshire"


def test_the_same_box_is_asked_about_and_theirs_can_be_kept(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    one, other = desk.service(key), desk.service(key)
    one.text_input(key="service-council").set_value("Anyshire").run()
    other.text_input(key="service-council").set_value("Otherton").run()
    assert any("Theirs: Anyshire" in line.value for line in other.text)

    other.button(key="theirs-service").click().run()
    other.text_area(key="service-description").set_value("Lends books").run()

    assert other.text_input(key="service-council").value == "Anyshire"
    assert desk.store.load(key).sheet.service == Service("Library service", "Anyshire", "Lends books")


def test_the_same_box_is_asked_about_and_mine_can_be_used(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    one, other = desk.service(key), desk.service(key)
    one.text_input(key="service-council").set_value("Anyshire").run()
    other.text_input(key="service-council").set_value("Otherton").run()

    other.button(key="mine-service").click().run()

    assert desk.store.load(key).sheet.service.council == "Otherton"
