import pytest

from detector.report.widths import text_widths


@pytest.mark.parametrize(
    ("cells", "widths"),
    [
        pytest.param([("a" * 400, "b" * 400)], [1.0, 1.0], id="as much text in both"),
        pytest.param([("a" * 100, "b" * 256)], [10 / 16, 1.0], id="less than in proportion"),
        pytest.param([("a", "b" * 400), ("", "b")], [0.5, 1.0], id="never under half of the widest"),
        pytest.param([("", "")], [1.0, 1.0], id="no text"),
        pytest.param([], [1.0, 1.0], id="no row"),
    ],
)
def test_more_text_gets_a_wider_column(cells: list[tuple[str, str]], widths: list[float]) -> None:
    rows = [("Name", *row) for row in cells]

    assert text_widths(rows, (1, 2)) == pytest.approx(widths)
