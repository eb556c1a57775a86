"""How many files the server may hold open: about three for everyone who has a page open."""

import sys
from contextlib import suppress

ENOUGH = 65_536


def allow_many_open_files() -> None:
    """Raise this process's limit on open files as far as it may be raised; Windows has none that matters."""
    if sys.platform == "win32":
        return
    # Only other systems have this module.
    import resource  # noqa: PLC0415 - Windows has none

    current, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH if most == resource.RLIM_INFINITY else min(ENOUGH, most)
    if current != resource.RLIM_INFINITY and current < wanted:
        # Some systems refuse what they just named as their limit: the old one then stays.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
