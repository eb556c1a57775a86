"""Where the server starts: `streamlit run app.py` finds `app` here."""

from functools import cache

import streamlit as st
from starlette.middleware import Middleware
from streamlit.starlette import App

from detector.app_settings import settings
from detector.light.phone import AskForCode, PhonesFirst, access_code, phone_routes
from detector.server import AnswerAtOnce, SafeHeaders, start_up
from detector.ui import state


@cache
def code() -> str:
    """The access code of this server, "" where it serves this machine alone."""
    own = settings()
    return access_code(own.access_code, str(st.get_option("server.address")), own.public_url)


phones = phone_routes(lambda: state.store().workshops, state.bank)

app = App(
    "detector/ui/main.py",
    lifespan=start_up,
    routes=phones,
    middleware=[
        Middleware(SafeHeaders),
        Middleware(AnswerAtOnce),
        Middleware(PhonesFirst, routes=phones),
        Middleware(AskForCode, code=code),
    ],
)
