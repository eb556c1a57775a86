"""Runs inside an installed server: as it ends, it writes the Streamlit options that were in force."""

import atexit
import json
import os
import sys
from pathlib import Path

OPTIONS_FILE = "TELL_OPTIONS_TO"


def tell() -> None:
    """Write each option with its value."""
    from streamlit import config

    options = {name: config.get_option(name) for name in config.get_config_options()}
    Path(os.environ[OPTIONS_FILE]).write_text(json.dumps(options, default=str), encoding="utf-8")


if OPTIONS_FILE in os.environ and "streamlit" in sys.orig_argv:
    atexit.register(tell)
