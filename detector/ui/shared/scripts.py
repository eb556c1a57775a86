"""The little that must be asked of the browser itself: where it looks after a step, and a file to save.

Names in a script stay inside its braces: a page runs many, and a name may be given only once.
"""

import streamlit as st

# A server that was started again draws the part anew for the page that shows it already: then nothing moves.
_TOP = """<script>
/* %s */
if (window.shownPart !== (window.shownPart = '%s')) for (const wait of [50, 250]) setTimeout(() => {
  const main = document.querySelector('[data-testid="stMain"]');
  if (main) main.scrollTo({top: 0});
}, wait);
</script>"""

_QUESTION = """<script>
/* %s */
{
  window.shownPart = '%s';
  const began = Date.now();
  const timer = setInterval(() => {
    const box = document.querySelector('.st-key-question-%s');
    const first = box && (box.querySelector('input:checked') || box.querySelector('input'));
    if (!first && Date.now() - began < 5000) return;
    clearInterval(timer);
    if (!first) return;
    box.scrollIntoView({block: 'start'});
    first.focus({preventScroll: true});
  }, 100);
}
</script>"""


_AFRESH = """<script>
/* %s */
window.location.reload();
</script>"""


_PRESS = """<script>
/* once for each key */
{
  const began = Date.now();
  const timer = setInterval(() => {
    const button = document.querySelector('.st-key-%s button');
    if (!button && Date.now() - began < 5000) return;
    clearInterval(timer);
    if (button) button.click();
  }, 50);
}
</script>"""


def press(widget: str) -> None:
    """Press a button that has just been drawn, as a person would; a browser does this once for each widget key."""
    st.html(_PRESS % widget, unsafe_allow_javascript=True)


def start_afresh(step: str) -> None:
    """Load the page anew, so that nothing it showed of another assessment is left."""
    st.html(_AFRESH % step, unsafe_allow_javascript=True)


def to_top(step: str, part: str) -> None:
    """Show the top of a page's part, as a new page would; a browser runs this once for each new step."""
    st.html(_TOP % (step, part), unsafe_allow_javascript=True)


def focus_question(question_id: str, step: str, part: str) -> None:
    """Bring a question into view, with the keyboard on its first choice; run once for each new step."""
    st.html(_QUESTION % (step, part, question_id), unsafe_allow_javascript=True)
