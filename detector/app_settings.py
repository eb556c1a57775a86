"""What whoever runs the product may set, all from environment variables that start with DETECTOR_."""

from pathlib import Path

from detector.store.place import StoreSettings


class Settings(StoreSettings):
    """Every setting: where assessments are kept, and another folder of questions (None: the product's own)."""

    questions_dir: Path | None = None


def settings() -> Settings:
    """The settings as the environment says them now."""
    return Settings()
