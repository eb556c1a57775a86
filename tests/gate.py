"""Every check, in the order in which a fault is cheapest to see. Run it as `python tests/gate.py`."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent
CHECKS = (
    ("Format", ("ruff", "format", "--check", ".")),
    ("Lint", ("ruff", "check", ".")),
    ("Import contracts", ("lint-imports",)),
    ("Bank", (sys.executable, "-m", "detector", "check")),
    ("Types", ("pyright", "--pythonpath", sys.executable)),
    (
        "Tests, browser journeys and accessibility",
        (sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", "-q"),
    ),
)


def main() -> int:
    """Run every check from the project's folder; 0 when all pass, else 1, naming those that failed."""
    surroundings = os.environ | {"PATH": f"{TOOLS}{os.pathsep}{os.environ.get('PATH', '')}"}
    failed: list[str] = []
    for name, command in CHECKS:
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
