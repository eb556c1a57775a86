"""What whoever runs the product may set, all from environment variables that start with DETECTOR_."""

import os
import re
from collections.abc import Iterator, Mapping
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from detector.core.errors import Problem, ProblemsError
from detector.store.location import StoreSettings

SHORTEST_CODE = 8
"""Letters and digits of an access code: fewer can be guessed."""
_CODE, _PUBLIC_URL, _PROXIES = "DETECTOR_ACCESS_CODE", "DETECTOR_PUBLIC_URL", "DETECTOR_PROXIES"
_BAR_CODE = (
    f"Set at least {SHORTEST_CODE} letters and digits, or remove the setting: a code is then made at each start."
)
_BAR_URL = "Set it to the address that people type, such as https://detector.example.gov.uk, or remove the setting."


class SettingsError(ProblemsError):
    """What is set cannot be used, or would not be safe. Nothing was started."""


class Settings(StoreSettings):
    """Every setting: where assessments are kept, and another folder of questions (None: the product's own).

    `public_url` is the address at which phones reach the server, and `access_code` what officers type to see
    assessments; both are "" where the server serves this machine alone. What the computers named in `proxies`, with
    commas between, say of where a request comes from is believed.
    """

    questions_dir: Path | None = None
    public_url: str = ""
    access_code: str = ""
    proxies: str = "127.0.0.1, ::1"

    def proxy_addresses(self) -> list[str]:
        """The addresses and networks of `proxies`, one by one."""
        return [each.strip() for each in self.proxies.split(",") if each.strip()]


def settings() -> Settings:
    """The settings as the environment says them now."""
    return Settings()


def letters_and_digits(code: str) -> str:
    """An access code as it is compared: blanks and signs between its letters and digits do not count, nor capitals."""
    return re.sub(r"[\W_]", "", code).upper()


def refuse_unsafe(own: Settings, given: Mapping[str, str] = os.environ) -> None:
    """Look at the settings before anything is started.

    Args:
        own: the settings.
        given: the environment they are from: a setting that is there and empty is a mistake where a code is meant.

    Raises:
        SettingsError: with every fault: the setting, what is wrong with it, and what to do. It repeats no code.
    """
    problems = [*_faults_of_code(own, given), *_faults_of_public_url(own.public_url), *_faults_of_proxies(own)]
    if problems:
        raise SettingsError(problems, "Nothing was started.")


def _faults_of_code(own: Settings, given: Mapping[str, str]) -> Iterator[Problem]:
    named = next((value for name, value in given.items() if name.upper() == _CODE), own.access_code or None)
    if named is None:
        return
    length = len(letters_and_digits(named))
    if not named.strip():
        yield Problem(_CODE, "It is set, and empty.", _BAR_CODE)
    elif length < SHORTEST_CODE:
        yield Problem(_CODE, f"It has {length} letters and digits, so it could be guessed.", _BAR_CODE)


def _faults_of_public_url(url: str) -> Iterator[Problem]:
    parts = _parts(url)
    if not url:
        return
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        yield Problem(_PUBLIC_URL, "It is no address of a website.", _BAR_URL)
    elif parts.path not in {"", "/"} or parts.query or parts.fragment:
        yield Problem(
            _PUBLIC_URL,
            "It names a page or folder, and the product works only at the top of a website.",
            "Give it a name of its own, such as https://detector.example.gov.uk, and let the proxy pass on all of it.",
        )


def _parts(url: str) -> SplitResult | None:
    """The parts of an address, or None where it cannot be read."""
    try:
        parts = urlsplit(url)
        return parts if parts.port != 0 else None
    except ValueError:
        return None


def _faults_of_proxies(own: Settings) -> Iterator[Problem]:
    for each in own.proxy_addresses():
        try:
            ip_network(each)
        except ValueError:
            yield Problem(
                _PROXIES,
                "It holds what is neither an address nor a network of computers.",
                "Write their numbers with commas between, such as 127.0.0.1, 10.0.0.5 or 10.0.0.0/24.",
            )
            return
