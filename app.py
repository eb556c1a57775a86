"""Where the server starts: `streamlit run app.py` finds `app` here."""

from starlette.middleware import Middleware
from streamlit.starlette import App

from detector.ui.serving import AnswerAtOnce, SafeHeaders, start_up

app = App(
    "detector/ui/main.py",
    lifespan=start_up,
    middleware=[Middleware(SafeHeaders), Middleware(AnswerAtOnce)],
)
