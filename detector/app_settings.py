"""What whoever runs the product may set, all from environment variables that start with DETECTOR_."""

from pathlib import Path

from detector.store.location import StoreSettings


class Settings(StoreSettings):
    """Every setting: where assessments are kept, and another folder of questions (None: the product's own).

    `public_url` is the address at which phones reach the server, and `access_code` what officers type to see
    assessments; both are "" where the server serves this machine alone.
    """

    questions_dir: Path | None = None
    public_url: str = ""
    access_code: str = ""


def settings() -> Settings:
    """The settings as the environment says them now."""
    return Settings()
