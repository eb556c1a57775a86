"""Where the files lie that travel with the product but outside its modules.

In a checkout they stand at the top, beside the package, where people look for them; a wheel carries them inside it.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
# The folder that must be on Python's path for `import detector`: the checkout, or where packages are installed.
PARENT = PACKAGE.parent


def questions_folder() -> Path:
    """The folder of the bank that the product ships."""
    return _first(PACKAGE / "questions", PARENT / "questions")


def app_script() -> Path:
    """The script that Streamlit is started with; its settings lie beside it, in `.streamlit`."""
    return _first(PACKAGE / "serving" / "app.py", PARENT / "app.py")


def _first(installed: Path, in_checkout: Path) -> Path:
    return installed if installed.exists() else in_checkout
