"""A page with the widgets and texts of a dimension page and no logic: what Streamlit itself costs for them."""

import streamlit as st

QUESTIONS = 6
OPTIONS = [
    "No needs assessment, or one older than five years that nobody uses",
    "A needs assessment exists, but the demand for this service is only estimated",
    "Demand is known from data, and users have been asked what they need",
    "Demand is known, grows, and several commissioners have said they would buy",
    "Don't know",
    "Not applicable",
]
STYLE = "<style>" + ".quiet{color:#505a5f;margin:0}" * 90 + "</style>"


def menu() -> None:
    """Seven links to pages, as the menu has."""
    with st.container(key="menu", horizontal=True, vertical_alignment="center"):
        for each in PAGES:
            st.page_link(each, label=each.title, query_params={"assessment": "w-TVBYT4XitoFyuP7kCt5g"})


def top() -> None:
    """Title, progress and the two choosers."""
    with st.container(key="top"):
        st.title("Market", anchor=False)
        st.html('<p class="quiet">Is there lasting demand, and who would pay?</p>')
        st.progress(0.5, text="Part 1 of 11. 30 of 55 questions answered.")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox("Part", [f"Dimension number {number}" for number in range(11)], key="part")
            st.radio("Questions to answer", ["Quick scan (22)", "All questions (55)"], horizontal=True, key="scan")


def question(number: int) -> None:
    """One question with its reason, its state and the button for evidence."""
    with st.container(key=f"question-{number}"):
        st.radio("How well is the demand for this service known?", OPTIONS, key=f"answer-{number}", width="stretch")
        st.html('<p class="quiet">Why we ask: without demand a mutual fails in its second contract.</p>')
        st.html('<p class="saved">Saved 10:42.</p>')
        st.button("Add evidence, a note or links", key=f"toggle-{number}", type="tertiary")


def way_on() -> None:
    """The buttons at the end."""
    with st.container(horizontal=True):
        st.button("Next part", key="next", type="primary")
        st.button("Next unanswered question", key="next-unanswered")


def saving() -> None:
    """The bar at the foot."""
    with st.container(key="saving", horizontal=True, vertical_alignment="center"):
        st.html('<p class="saved" role="status">Saved 10:42.</p>')
        st.button("Undo the last change (MKT1)", key="undo")


def page() -> None:
    """The whole page."""
    st.html(STYLE)
    menu()
    top()
    for each in range(QUESTIONS):
        question(each)
    way_on()
    saving()


def other() -> None:
    """A page that the menu leads to."""
    st.write("Another page")


PAGES = [
    st.Page(page, title="Questions", default=True),
    *(
        st.Page(other, title=name, url_path=name)
        for name in ("service", "start", "results", "forms", "models", "next")
    ),
]
st.set_page_config(layout="centered", initial_sidebar_state="collapsed")
st.navigation(PAGES, position="hidden").run()
