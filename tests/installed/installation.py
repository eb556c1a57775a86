"""The product as a wheel in a virtual environment of its own, with the packages this Python already has."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cli.command_line import ROOT, Ended

NOT_PASSED_ON = ("DETECTOR_", "STREAMLIT_", "PYTHON")
HOOK = Path(__file__).with_name("tell_options.py")


@dataclass(frozen=True)
class Installation:
    """The `python` it was installed for, and the `detector` command that installing made."""

    python: Path
    command: Path

    def run(self, *words: str, folder: Path) -> Ended:
        """Run the installed command to its end, in this folder."""
        done = subprocess.run(
            (self.command, *words), check=False, capture_output=True, cwd=folder, env=surroundings(), timeout=120
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def surroundings(given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Environment variables in which the checkout is not found, and nothing is set for the product unless given."""
    bare = {key: value for key, value in os.environ.items() if not key.startswith(NOT_PASSED_ON)}
    return {**bare, "PYTHONUTF8": "1", **(given or {})}


def built_wheel(folder: Path) -> Path:
    """The wheel of the checkout, built here and without a network."""
    _pip("wheel", str(ROOT), "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    (wheel,) = folder.glob("*.whl")
    return wheel


def installed(wheel: Path, folder: Path) -> Installation:
    """That wheel, installed in a new virtual environment in this folder."""
    context = venv.EnvBuilder().ensure_directories(folder)
    venv.create(folder)
    python, scripts = Path(context.env_exe), Path(context.bin_path)
    _pip("--python", str(python), "install", "--no-deps", str(wheel))
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    shutil.copy(HOOK, site)
    # Last on the path: what is installed here is found first.
    lines = (sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), f"import {HOOK.stem}")
    (site / "packages_of_the_tests.pth").write_text("\n".join(lines), encoding="utf-8")
    return Installation(python, scripts / f"detector{sysconfig.get_config_var('EXE') or ''}")


def _pip(*words: str) -> None:
    command = (sys.executable, "-m", "pip", "--no-input", "--disable-pip-version-check", *words, "--no-index")
    done = subprocess.run(command, check=False, capture_output=True, env=surroundings(), timeout=300)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
