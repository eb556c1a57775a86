"""The columns of the Scores sheet and the formulas in them."""

from collections.abc import Iterable

from detector.exports.workbook.cells import Column, Layout, Style
from detector.exports.workbook.context import Weighing, name

_READ = (
    Column("kind", "Score of", 16),
    Column("id", "Id", 14),
    Column("name", "Name", 36, Style.STRONG),
    Column("group", "Group id", 14),
    Column("score", "Score, out of 100", 10, Style.RESULT),
    Column("low", "Lowest it can turn out", 11, Style.WHOLE),
    Column("high", "Highest it can turn out", 11, Style.WHOLE),
    Column("coverage", "Answered, by weight", 11, Style.PERCENT),
)
_WORKING = (
    Column("exact", "Exact score, 0 to 1", 11, Style.EXACT, is_working=True),
    Column("exact_low", "Exact lowest", 11, Style.EXACT, is_working=True),
    Column("exact_high", "Exact highest", 11, Style.EXACT, is_working=True),
    Column("applies", "Question weight that applies", 11, Style.EXACT, is_working=True),
    Column("known", "Question weight answered", 11, Style.EXACT, is_working=True),
    Column("earned", "Sum of value × weight", 11, Style.EXACT, is_working=True),
    Column("passing", "The same if open hard gates pass: more by", 11, Style.EXACT, is_working=True),
    Column("exact_passed", "Exact lowest if open hard gates pass", 11, Style.EXACT, is_working=True),
    Column("headline", "Headline dimension", 11, is_working=True),
    Column("headline_doubt", "Headline, unknown answers weak", 11, Style.EXACT, is_working=True),
    Column("headline_low", "Headline lowest", 11, Style.EXACT, is_working=True),
    Column("headline_high", "Headline highest", 11, Style.EXACT, is_working=True),
    Column("headline_passed", "Headline lowest if open hard gates pass", 11, Style.EXACT, is_working=True),
    Column("chart", "For the chart (#N/A: no score)", 12, Style.WHOLE, is_working=True),
    Column("target", "Target in the chart", 10, Style.WHOLE, is_working=True),
)

DIMENSION = {
    "applies": "=SUMIFS(Answer_applies,Answer_dimension,{id})",
    "known": "=SUMIFS(Answer_known,Answer_dimension,{id})",
    "earned": "=SUMIFS(Answer_earned,Answer_dimension,{id})",
    "passing": "=SUMIFS(Answer_passing,Answer_dimension,{id})",
    "exact": '=IF({known}=0,"",{earned}/{known})',
    "exact_low": '=IF({applies}=0,"",{earned}/{applies})',
    "exact_high": '=IF({applies}=0,"",({earned}+{applies}-{known})/{applies})',
    "coverage": "=IF({applies}=0,0,{known}/{applies})",
    "exact_passed": '=IF({applies}=0,"",({earned}+{passing})/{applies})',
    "headline_doubt": '=IF(OR({headline}<>"Yes",{applies}=0),"",'
    "({earned}+({applies}-{known})*Headline_unknown_level/Top_level)/{applies})",
    "headline_low": '=IF({headline}="Yes",{exact_low},"")',
    "headline_high": '=IF({headline}="Yes",{exact_high},"")',
    "headline_passed": '=IF({headline}="Yes",{exact_passed},"")',
    "chart": '=IF({score}="",NA(),{score})',
    "target": "=MAX(Band_from)",
    "remark": '=IF({applies}=0,"Nothing applies here, so its weight is given up",'
    'IF({known}=0,"Nothing answered yet",""))',
}
SHOWN = {
    "score": '=IF({exact}="","",INT({exact}*100+0.5+Tolerance))',
    "low": '=IF({exact_low}="","",INT({exact_low}*100+0.5+Tolerance))',
    "high": '=IF({exact_high}="","",INT({exact_high}*100+0.5+Tolerance))',
}
WEIGHED = {
    "share": '=IF({P_scored}=0,"",{P_scored}/SUM({N_scored}))',
    "points": '=IF({P_share}="","",{P_share}*{exact}*100)',
    "scored": '=IF({exact}="",0,{P_weight}*{coverage})',
    "applied": '=IF({exact_low}="",0,{P_weight})',
    "weighted": '=IF({exact}="",0,{P_scored}*{exact})',
    "weighted_low": '=IF({exact_low}="",0,{P_weight}*{exact_low})',
    "weighted_high": '=IF({exact_high}="",0,{P_weight}*{exact_high})',
    "weighted_passed": '=IF({exact_passed}="",0,{P_weight}*{exact_passed})',
}
GROUP = {
    "exact": '=IF({scored}=0,"",{weighted}/{scored})',
    "exact_low": '=IF({applied}=0,"",{weighted_low}/{applied})',
    "exact_high": '=IF({applied}=0,"",{weighted_high}/{applied})',
    "exact_passed": '=IF({applied}=0,"",{weighted_passed}/{applied})',
    "coverage": "=IF({applied}=0,0,{scored}/{applied})",
}
SUMMED = (
    "weight",
    "share",
    "points",
    "scored",
    "applied",
    "weighted",
    "weighted_low",
    "weighted_high",
    "weighted_passed",
)


def column_name(prefix: str, key: str) -> str:
    """The defined name of a column over all dimensions: Dimension_weight, Own_dimension_weight."""
    return name(prefix, f"dimension_{key}")


def layout(sets: Iterable[Weighing]) -> Layout:
    """The columns, with some for each set of weights."""
    found = [(each.prefix, each.said) for each in sets]
    remark = (Column("remark", "Remark", 30),)
    weights = (column for prefix, said in found for column in _weights(prefix, said))
    steps = (column for prefix, said in found for column in _steps(prefix, said))
    return Layout("Scores", (*_READ, *weights, *remark, *_WORKING, *steps))


def _weights(prefix: str, said: str) -> Iterable[Column]:
    return (
        Column(f"{prefix}weight", f"Weight{said}", 10, Style.INPUT),
        Column(f"{prefix}share", f"Share of the overall score{said}", 11, Style.PERCENT),
        Column(f"{prefix}points", f"Points it adds to the overall score{said}", 11, Style.ONE_PLACE),
    )


def _steps(prefix: str, said: str) -> Iterable[Column]:
    exact = (
        Column(f"{prefix}scored", f"Weight that is answered{said}", 11, Style.EXACT, is_working=True),
        Column(f"{prefix}applied", f"Weight where anything applies{said}", 11, Style.EXACT, is_working=True),
        Column(f"{prefix}weighted", f"Weight answered × score{said}", 11, Style.EXACT, is_working=True),
        Column(f"{prefix}weighted_low", f"Weight × lowest{said}", 11, Style.EXACT, is_working=True),
        Column(f"{prefix}weighted_high", f"Weight × highest{said}", 11, Style.EXACT, is_working=True),
        Column(
            f"{prefix}weighted_passed", f"Weight × if open hard gates pass{said}", 11, Style.EXACT, is_working=True
        ),
    )
    was = Column(f"{prefix}was_weight", f"Weight as exported{said}", 10, is_working=True)
    return (*exact, was, Column(f"{prefix}changed", f"Changed since export{said}", 12, Style.STRONG, is_working=True))


def dimension_formulas(cells: dict[str, str], sets: Iterable[Weighing]) -> dict[str, str]:
    """Every formula of a dimension's row, by column key."""
    own = {
        f"{each.prefix}{key}": text.format_map(_prefixed(cells, each.prefix))
        for each in sets
        for key, text in {**WEIGHED, "changed": '=IF({P_weight}={P_was_weight},"","Changed")'}.items()
    }
    return {**{key: text.format_map(cells) for key, text in {**DIMENSION, **SHOWN}.items()}, **own}


def group_formulas(cells: dict[str, str], prefix: str, *, is_overall: bool) -> dict[str, str]:
    """Every formula of the row of a group, or of the overall score, under one set of weights."""
    own = {key: cells[f"{prefix}{key}"] for key in SUMMED}
    sums = {
        f"{prefix}{key}": f"=SUM({column_name(prefix, key)})"
        if is_overall
        else f"=SUMIFS({column_name(prefix, key)},Dimension_group,{cells['id']})"
        for key in SUMMED
    }
    exact = {key: text.format_map({**cells, **own}) for key, text in GROUP.items()}
    return {**sums, **exact, **{key: text.format_map(cells) for key, text in SHOWN.items()}}


def _prefixed(cells: dict[str, str], prefix: str) -> dict[str, str]:
    own = {f"P_{key}": cells[f"{prefix}{key}"] for key in (*SUMMED, "was_weight")}
    return {**cells, **own, "N_scored": column_name(prefix, "scored")}
