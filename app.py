"""Where the server starts: `streamlit run app.py` finds `app` here, by reading this file for a call of `App`."""

from streamlit.starlette import App

from detector import server

app = App(**server.parts())
