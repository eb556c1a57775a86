"""How people get into a workshop: the address, the code, and a picture that a phone's camera reads."""

from functools import lru_cache
from urllib.parse import urlsplit

import segno
import streamlit as st

from detector.app_settings import settings


def join_base() -> str:
    """The address at which phones reach this server; where they cannot, the one in this browser's address bar."""
    return (settings().public_url or _here()).rstrip("/")


def phones_can_join() -> bool:
    """Whether other devices can reach this server at all."""
    return bool(settings().public_url)


def short_address(base: str) -> str:
    """The address people type: "192.168.1.20:8501/join"."""
    return f"{base.split('://', 1)[-1]}/join"


def code_in_parts(code: str) -> str:
    """A code as it is read out: "ABC 234"."""
    return f"{code[:3]} {code[3:]}"


@lru_cache(64)
def qr_image(base: str, code: str) -> str:
    """An image tag with the QR code of the address that carries the code, dark on white with its quiet zone."""
    address = f"{base}/j/{code}"
    picture = segno.make(address, error="m").svg_data_uri(border=3, dark="#000", light="#fff")
    return f'<img class="qr" src="{picture}" alt="QR code that leads to {address}">'


def _here() -> str:
    parts = urlsplit(st.context.url or "")
    if parts.scheme and parts.netloc:
        return f"{parts.scheme}://{parts.netloc}"
    return f"http://localhost:{st.get_option('server.port')}"
