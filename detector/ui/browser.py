"""The little that must be asked of the browser itself: where it looks after a step."""

import streamlit as st

_TOP = """<script>
setTimeout(() => {
  const main = document.querySelector('[data-testid="stMain"]');
  if (main) main.scrollTo({top: 0});
}, 50);
</script>"""

_QUESTION = """<script>
setTimeout(() => {
  const box = document.querySelector('.st-key-question-%s');
  if (!box) return;
  box.scrollIntoView({block: 'start'});
  const first = box.querySelector('input:checked') || box.querySelector('input');
  if (first) first.focus({preventScroll: true});
}, 150);
</script>"""


def to_top() -> None:
    """Show the top of the page, as a new page would."""
    st.html(_TOP, unsafe_allow_javascript=True)


def focus_question(question_id: str) -> None:
    """Bring a question into view, with the keyboard on its first choice."""
    st.html(_QUESTION % question_id, unsafe_allow_javascript=True)
