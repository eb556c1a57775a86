"""Texts and sheets made to break a document: whatever is typed must be shown as typed, and never do anything."""

from dataclasses import replace

from detector.core.answers import Answer, AnswerSheet, AnswerState, PlannedAction, Service, WorkshopResult
from detector.core.bank import Bank, FactKind, GateKind

FORMULAS = (
    '=HYPERLINK("https://evil.example","open")',
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "\t=1+1",
    "\n=1+1",
    " =1+1",
    "\ufeff=1+1",
    "＝1+1",
    "{=1+1}",
    "%0A=1+1",
    "|=1",
    "'=1+1",
    "07700 900123",
    "1e309",
    "#N/A",
    "TRUE",
    "https://evil.example/autolink",
)
TYPST = (
    '#read("/etc/passwd")',
    '#import "@preview/evil:0.1.0": *',
    '#eval("1+1") #set page(width: 1cm) #panic("no")',
    "$x^2 + sqrt(2)$ *bold* _italic_ `raw` ```code```",
    "= Heading\n- item\n+ item\n/ term: text\n<label> @reference",
    "// comment /* block */ \\u{41} \\ ~ -- --- ...",
)
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></script></title></svg></td></table><b>out</b>",
    '"><a href="javascript:alert(1)">x</a>',
    "' onmouseover='alert(1)",
    "&amp; &lt; &#x3c; &nbsp; &unknown;",
    "<!-- --> <![CDATA[ ]]> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
    "{{ 7*7 }} {% for x in y %} ${7*7} {0} %s",
    "[link](javascript:alert(1)) ![](https://evil.example/pixel.png) **bold** # heading",
    "w:p </w:t></w:r></w:p> _x000D_ _x0041_",
)
XML_ILLEGAL = "a\x00b\x01c\x08d\x0be\x0cf\x1fg\x7fh\x80i\x9fj\ufffek\uffffl\U0001fffem"
HALF_CHARACTERS = "half \ud83d of one, and the other half \ude00"
LINE_ENDS = "one\r\ntwo\rthree\u2028four\u2029five\u0085six\ttab"
BIDIRECTIONAL = "\u202egnp.exe\u202c \u2066\u2067\u2068\u2069\u200e\u200f\u061c \u202a\u202b\u202d\u202c reviewed"
INVISIBLE = "zero\u200bwidth\u200cand\u200djoined\u2060\ufeffsoft\u00adhyphen\U000e0041tag"
EMOJI = "😀 👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ 1️⃣ \U0001f9ff \U000f0000 \U0010fffd"
SCRIPTS = "עברית العربية 中文 日本語 한국어 हिन्दी ไทย Ελληνικά кириллица 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 Z͑͗̅ä̴̡̢l̸g̵o̶ e\u0301"
WELSH = "Gwasanaeth Llyfrgelloedd Tŷ Dŵr Llŷn: ŵ ŷ Ŵ Ŷ ẁ ẃ ẅ ỳ â ê î ô û á é í ó ú ï ö"
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 20
LONG_NOTE = ("An evidence note that runs on and on, with a figure of 12.5 % and a date. " * 600)[:40_000]
MANY_LINES = "\n".join(f"{number}. a line of its own" for number in range(1_500))[:40_000]

TEXTS: dict[str, str] = {
    "formulas": " ".join(FORMULAS),
    **{f"formula {number}": text for number, text in enumerate(FORMULAS, start=1)},
    "typst code": "\n".join(TYPST),
    "markup": "\n".join(MARKUP),
    "characters that XML refuses": XML_ILLEGAL,
    "every end of a line": LINE_ENDS,
    "bidirectional controls": BIDIRECTIONAL,
    "invisible characters": INVISIBLE,
    "emoji": EMOJI,
    "scripts": SCRIPTS,
    "Welsh": WELSH,
    "nothing but blanks": " \t\n \u00a0",
    "a very long word": LONG_WORD,
    "a note of 40 KB": LONG_NOTE,
    "a note of many lines": MANY_LINES,
}
# No file and no store can hold these, so they reach an exporter only past both.
NEVER_KEPT = {"half characters": HALF_CHARACTERS}
LINKS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "\\\\evil.example\\share",
    'https://example.org/"><script>alert(1)</script>',
    "https://example.org/a b?c=d&e=f#g",
    "https://" + "a" * 1_900 + ".example",
    "https://\u202eexample.org",
    '=HYPERLINK("https://evil.example")',
)
LONGEST_NAME = 200


def hostile_sheet(bank: Bank, text: str, *, fully_answered: bool = False) -> AnswerSheet:
    """A sheet with this text wherever an officer can type, and links that no document may follow.

    Every state of an answer is on it; `fully_answered` gives every question a level instead.
    """
    return AnswerSheet(
        bank.version,
        service=Service(name=text[:LONGEST_NAME], council=text[:LONGEST_NAME], description=text),
        facts={fact.id: text for fact in bank.facts if fact.kind is FactKind.TEXT},
        answers=_without_a_stop(bank, _answers(bank, text, fully_answered=fully_answered)),
        workshop=_workshop(bank, text),
        plan={
            rule.id: PlannedAction(text[:LONGEST_NAME], due="2027-03-01" if number else "", done=number == 1)
            for number, rule in enumerate(bank.actions)
        },
    )


def everything_hostile(bank: Bank) -> AnswerSheet:
    """A sheet that holds every hostile text at once, each in the note or reason of another question."""
    sheet = hostile_sheet(bank, "=1+1 #read('x') <b>x</b> \u202e😀")
    notes = list(TEXTS.values())
    answers = {
        question_id: replace(
            answer,
            note=notes[number % len(notes)],
            reason=notes[(number + 1) % len(notes)] or "-" if answer.reason else "",
        )
        for number, (question_id, answer) in enumerate(sheet.answers.items())
    }
    return replace(sheet, answers=answers)


def _answers(bank: Bank, text: str, *, fully_answered: bool) -> dict[str, Answer]:
    ids = [question.id for dimension in bank.dimensions for question in dimension.questions]
    # A text of 40 KB behind each of 59 questions is no report anybody could read: three of them are enough.
    notes = [text if len(text) < 10_000 or number < 3 else text[:300] for number in range(len(ids))]
    return {
        question_id: _answer(0 if fully_answered else number % 6, number, notes[number])
        for number, question_id in enumerate(ids)
        if fully_answered or number % 6 != 5
    }


def _without_a_stop(bank: Bank, answers: dict[str, Answer]) -> dict[str, Answer]:
    """The answers with no hard gate failed: a stop would end all other actions, and their texts with them."""
    hard = {gate.question for gate in bank.gates if gate.kind is GateKind.HARD}
    return {
        question_id: replace(answer, level=1) if answer.level == 0 and question_id in hard else answer
        for question_id, answer in answers.items()
    }


def _workshop(bank: Bank, text: str) -> dict[str, WorkshopResult]:
    """What a room agreed on the first question of each dimension, with somebody's dissent."""
    return {
        dimension.questions[0].id: WorkshopResult(
            "2026-11-22",
            2,
            12,
            1,
            1.5,
            0.25,
            text[:LONGEST_NAME],
            chose=11,
            dont_know=1,
            groups_counted=2,
            groups_apart=1,
        )
        for dimension in bank.dimensions
    }


def _answer(state: int, number: int, text: str) -> Answer:
    match state:
        case 3:
            return Answer(AnswerState.DONT_KNOW, note=text, links=LINKS)
        case 4:
            return Answer(AnswerState.NOT_APPLICABLE, note=text, reason=text)
        case _:
            return Answer(AnswerState.LEVEL, level=number % 4, evidence=number // 4 % 4, note=text, links=LINKS)
