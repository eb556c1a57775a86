"""LibreOffice as an independent spreadsheet program: it works out formulas, and follows changes made in it."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

MISSING = "NOT CHECKED BY A SPREADSHEET PROGRAM: LibreOffice (soffice) is not on the path."
_PATIENCE_SECONDS = 180
_FORMULA_CELL = re.compile(rb'<c r="([A-Z]+\d+)"( s="\d+")?( t="\w+")?><f>(.*?)</f><v>[^<]*</v>')
_HERE = Path(__file__).parent
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SETTINGS = f"""{_HEAD}<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""
_LIBRARY = f"""{_HEAD}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>"""
_MODULE = f"""{_HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
%s</script:module>"""

Value = str | float | None


def find_soffice() -> str:
    """The program, or a skipped test; a failed one where everything must be checked."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return found


def with_wrong_values(workbook: bytes) -> bytes:
    """The same workbook with a wrong value in every formula cell, so that what is read later was worked out."""
    spoiled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(spoiled, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = _FORMULA_CELL.sub(rb'<c r="\1"\2><f>\4</f><v>-777</v>', part)
            new.writestr(name, part)
    return spoiled.getvalue()


def worked_out_again(workbooks: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks by name, as the program saves them after working out every formula."""
    (folder / "in").mkdir()
    for name, content in workbooks.items():
        (folder / "in" / f"{name}.xlsx").write_bytes(content)
    paths = [str(folder / "in" / f"{name}.xlsx") for name in workbooks]
    _run(folder, "--convert-to", "xlsx", "--outdir", str(folder / "out"), *paths)
    return {name: (folder / "out" / f"{name}.xlsx").read_bytes() for name in workbooks}


def follow(
    workbook: bytes, cases: Iterable[Mapping[str, Value]], read: Sequence[str], folder: Path
) -> list[list[Value]]:
    """Every value read from some ranges after each case has been typed into the open workbook.

    A case gives cells ("'Answers'!$E$2") their values; None empties a cell.
    """
    (folder / "book.xlsx").write_bytes(workbook)
    lines = [line for case in cases for line in [*(_typed(*cell) for cell in case.items()), *_reading(read)]]
    (folder / "changes.txt").write_text("\n".join(lines), encoding="utf-8")
    _run(folder, "--terminate_after_init")
    library = folder / "profile" / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY)
    module = (_HERE / "changes.bas").read_text().replace("&", "&amp;").replace("<", "&lt;")
    (library / "Changes.xba").write_text(_MODULE % module)
    _run(folder, f"macro:///Standard.Changes.Follow({folder})")
    return [[_value(cell) for cell in line.split("\t")] for line in (folder / "values.txt").read_text().splitlines()]


def _typed(place: str, value: Value) -> str:
    kind = "empty" if value is None else "text" if isinstance(value, str) else "number"
    return "\t".join((kind, *_place(place), "" if value is None else str(value)))


def _reading(places: Sequence[str]) -> list[str]:
    return ["calculate", *("\t".join(("read", *_place(place))) for place in places), "end"]


def _place(place: str) -> tuple[str, str]:
    sheet, _, cells = place.rpartition("!")
    return sheet.strip("'"), cells.replace("$", "")


def _value(cell: str) -> Value:
    return float(cell[1:]) if cell.startswith("#") else cell[1:]


def _run(folder: Path, *arguments: str) -> None:
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [find_soffice(), profile, "--headless", "--norestore", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE_SECONDS)
