"""Every check, in the order in which a fault is cheapest to see. `.ci/run` calls it without an option.

`python tests/gate.py --fast` before a push, without an option before a merge, `--long` by hand before a release: what
that one found stands in `tests/benchmarks/README.md`.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent
BROWSER_RUNS = 5
Check = tuple[str, tuple[str, ...]]


def pytest(*chosen: str) -> tuple[str, ...]:
    """The command that runs some tests: three at once fill two cores, for many wait for a server or a browser."""
    return (sys.executable, "-m", "pytest", "-n", "3", "--dist", "worksteal", "-q", *chosen)


def load_test(*words: str) -> tuple[str, ...]:
    """The command that tests a server of its own under load."""
    return (sys.executable, "-m", "detector", "load-test", "--serve", *words)


CHECKS: tuple[Check, ...] = (
    ("Format", ("ruff", "format", "--check", ".")),
    ("Lint", ("ruff", "check", ".")),
    ("Import contracts", ("lint-imports",)),
    ("Bank", (sys.executable, "-m", "detector", "check")),
    ("Types", ("pyright", "--pythonpath", sys.executable)),
)
# The folders whose tests need neither browser nor server nor another program.
FAST = tuple(f"tests/{folder}" for folder in ("bank", "charts", "core", "documents", "files", "report", "scenarios"))
TIERS: dict[str, tuple[Check, ...]] = {
    "fast": (*CHECKS, ("Tests of rules, bank, files and reports", pytest("-m", "not browser and not long", *FAST))),
    "gate": (*CHECKS, ("Tests, browser journeys and accessibility", pytest())),
    "long": (
        *((f"Browser, {run} of {BROWSER_RUNS}", pytest("-m", "browser")) for run in range(1, BROWSER_RUNS + 1)),
        ("Kills and interruptions", pytest("-m", "long and not browser")),
        ("Load", load_test("--people", "200", "500", "2000")),
        ("Load under kills", load_test("--people", "200", "--kill-every", "5")),
    ),
}


def tier_asked_for() -> str:
    """The tier that the command line names: "gate" where it names none."""
    parser = argparse.ArgumentParser(description="Check everything that is checked before a change is merged.")
    chosen = parser.add_mutually_exclusive_group()
    parser.set_defaults(tier="gate")
    for name, says in (
        ("fast", "what needs no browser, server or other program: two minutes on two quiet cores"),
        ("long", "only what is too long for every change: the browser tests again and again, kills, load"),
    ):
        chosen.add_argument(f"--{name}", dest="tier", action="store_const", const=name, help=says)
    return str(parser.parse_args().tier)


def main() -> int:
    """Run every check of a tier from the project's folder; 0 when all pass, else 1, naming those that failed."""
    surroundings = os.environ | {"PATH": f"{TOOLS}{os.pathsep}{os.environ.get('PATH', '')}"}
    failed: list[str] = []
    for name, command in TIERS[tier_asked_for()]:
        print(f"== {name}", flush=True)
        started = time.monotonic()
        if subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode:
            failed.append(name)
        print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
