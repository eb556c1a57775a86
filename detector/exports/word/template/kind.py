"""Telling a Word document or template from everything else that people bring, in words that say what to do."""

from detector.exports.word.template.opening import SAVE_AS_WORD, TemplateFile, refuse

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DOCUMENT = "/relationships/officeDocument"
_STRICT = "http://purl.oclc.org/"
_GOOD = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_OTHERS = (("spreadsheetml", "an Excel workbook"), ("presentationml", "a PowerPoint presentation"))


def open_word(data: bytes) -> tuple[TemplateFile, str]:
    """The file and the name of its main part.

    Raises:
        FileError: if it is no Word document or template without macros.
    """
    _refuse_other_files(data)
    file = TemplateFile(data)
    if "[content_types].xml" not in file.names():
        _refuse_other_archive(file)
    types = _content_types(file)
    if any("macroenabled" in found.casefold() or "vbaproject" in found.casefold() for found in types.values()):
        _refuse_macros()
    if any("vbaproject" in found for found in file.names()):
        _refuse_macros()
    main = _main_part(file)
    kind = types.get(main) or types.get(f".{main.rpartition('.')[2]}", "")
    if not kind.endswith(_GOOD):
        other = next((what for word, what in _OTHERS if word in kind), "not a Word document")
        refuse(f"The file is {other}.", "Bring a Word document (.docx) or a Word template (.dotx).")
    return file, main


def _refuse_other_files(data: bytes) -> None:
    if not data:
        refuse("The file is empty.", "Bring a Word document (.docx) or a Word template (.dotx).")
    if data.startswith(_OLD_OFFICE) and _LOCKED in data:
        refuse("The file is protected by a password.", "Take the password off in Word and bring it again.")
    if data.startswith(_OLD_OFFICE):
        refuse("The file is of a type that Word used before 2007 (.doc or .dot).", SAVE_AS_WORD)
    if not data.startswith(b"PK"):
        refuse("The file is not a Word document.", "Bring a Word document (.docx) or a Word template (.dotx).")


def _refuse_other_archive(file: TemplateFile) -> None:
    if "mimetype" in file.names() and b"opendocument" in file.read("mimetype")[:100]:
        refuse("The file is an OpenDocument (.odt or .ott).", SAVE_AS_WORD)
    refuse("The file is not a Word document.", "Bring a Word document (.docx) or a Word template (.dotx).")


def _refuse_macros() -> None:
    refuse("The file holds macros.", "Save it as a type without them: Word Document (.docx) or Word Template (.dotx).")


def _content_types(file: TemplateFile) -> dict[str, str]:
    """What each part is, by its name, or by its ending with the dot; all in small letters."""
    found: dict[str, str] = {}
    for entry in file.tree("[Content_Types].xml"):
        kind = entry.get("ContentType", "")
        if entry.tag == f"{_TYPES}Override":
            found[entry.get("PartName", "").lstrip("/").casefold()] = kind
        else:
            found[f".{entry.get('Extension', '').casefold()}"] = kind
    return found


def _main_part(file: TemplateFile) -> str:
    found = [each for each in file.relations("").values() if each.kind.endswith(_DOCUMENT) and not each.external]
    if not found:
        refuse("The file is not a Word document.", "Bring a Word document (.docx) or a Word template (.dotx).")
    if found[0].kind.startswith(_STRICT):
        refuse("The file is a Strict Open XML Document.", SAVE_AS_WORD)
    return found[0].target
