"""What axe finds on a page, in words, less what Streamlit alone could mend."""

from collections.abc import Sequence
from dataclasses import dataclass

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from pydantic import TypeAdapter

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Rule and place of a fault that lies inside Streamlit and that no styling can mend, with the reason.
INSIDE_STREAMLIT: Sequence[tuple[str, str, str]] = (
    (
        "presentation-role-conflict",
        'data-testid="stFileUploaderDropzone"',
        "The drop zone is marked as decoration though a script may focus it; people reach the button inside it.",
    ),
)


@dataclass(frozen=True)
class Node:
    """One place where a rule is broken."""

    html: str
    target: list[str]


@dataclass(frozen=True)
class Violation:
    """One broken rule."""

    id: str
    impact: str
    nodes: list[Node]


@dataclass(frozen=True)
class Findings:
    """Everything axe says of a page that matters here."""

    violations: list[Violation]


_findings = TypeAdapter(Findings)


# axe cannot hear that a name is read out with the marks that keep text as typed.
MARKED_NAMES = r"""() => [...document.querySelectorAll('[aria-label]')]
  .map(box => box.getAttribute('aria-label')).filter(name => name.includes('\\'))
  .map(name => `a name with backslashes: ${name}`)"""


def violations(page: Page) -> list[str]:
    """Each broken rule at each place, one a line."""
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
    page.evaluate(AXE_SCRIPT)
    found = _findings.validate_python(page.evaluate("options => axe.run(document, options)", options))
    broken = [_said(rule, node) for rule in found.violations for node in rule.nodes if not _is_known(rule, node)]
    return broken + list(page.evaluate(MARKED_NAMES))


def _said(rule: Violation, node: Node) -> str:
    return f"{rule.id} ({rule.impact}) at {' '.join(node.target)}: {node.html[:200]}"


def _is_known(rule: Violation, node: Node) -> bool:
    return any(rule.id == known and place in node.html for known, place, _reason in INSIDE_STREAMLIT)
