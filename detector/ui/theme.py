"""How the pages look beyond what the configuration can say: focus, sizes, words that must stand out."""

import streamlit as st

STYLE = """
<style>
:focus-visible{outline:3px solid #0b0c0c!important;outline-offset:2px;box-shadow:0 0 0 6px #ffdd00!important}
label:has(input:focus-visible){outline:3px solid #0b0c0c;outline-offset:2px;box-shadow:0 0 0 6px #ffdd00}
[data-testid=stTextInputRootElement]:focus-within,[data-testid=stNumberInputContainer]:focus-within,
[data-testid=stTextAreaRootElement]:focus-within{outline:3px solid #0b0c0c;outline-offset:2px;
box-shadow:0 0 0 6px #ffdd00}
[data-testid=stMainBlockContainer]{padding-top:1.5rem;padding-bottom:4rem}
h1{font-size:2.2rem!important;line-height:1.15!important}
h2{font-size:1.6rem!important;padding-top:1.2rem!important}
h3{font-size:1.25rem!important}
[class*="st-key-answer-"] [data-testid=stWidgetLabel] p{font-weight:700;font-size:1.2rem;line-height:1.35}
[class*="st-key-question-"]{border-top:1px solid #b1b4b6;padding-top:1.2rem;margin-top:.6rem}
[class*="st-key-evidence-"] [role=radiogroup] label{min-height:36px;align-items:center}
[data-testid=stButton] button[kind=tertiary]{text-align:left;justify-content:flex-start;text-decoration:underline;
color:#1a65a6;min-height:44px}
[class*="st-key-answer-"] [role=radiogroup]{gap:0}
[class*="st-key-answer-"] [role=radiogroup] label{min-height:44px;align-items:center;padding:.35rem .5rem;
border-radius:.2rem}
[class*="st-key-answer-"] [role=radiogroup] label:hover{background:#f3f2f1}
[class*="st-key-answer-"] [role=radiogroup] label:has(input:checked){background:#eaf2f9}
.st-key-menu{border-bottom:4px solid #1d70b8;padding-bottom:.4rem;margin-bottom:.8rem}
.st-key-menu p.product{font-weight:700;margin:0}
.st-key-menu [data-testid=stPageLink] a{min-height:44px;padding:.4rem .6rem}
.quiet{color:#505a5f;margin:0}
.saved{color:#005a30;font-weight:600;margin:0}
.unsaved{color:#b3261e;font-weight:600;margin:0}
.tag{display:inline-block;border:2px solid #0b0c0c;padding:0 .5rem;font-weight:700;font-size:.9rem;margin-right:.5rem}
.verdict{border:4px solid #0b0c0c;padding:1rem 1.25rem;margin:.25rem 0}
.verdict .big{font-size:2rem;font-weight:700;line-height:1.15;margin:0}
.verdict .still{font-size:1.25rem;font-weight:600}
.verdict p{margin:.35rem 0 0}
.provisional{background:#ffdd00;color:#0b0c0c;padding:.6rem 1rem;font-weight:700;margin:0}
.scroll{overflow-x:auto}
table.facts{border-collapse:collapse;width:100%;font-size:1rem;line-height:1.35}
table.facts caption{text-align:left;font-weight:700;padding:.3rem 0;color:#0b0c0c}
table.facts th,table.facts td{text-align:left;vertical-align:top;padding:.45rem .6rem .45rem 0;
border-bottom:1px solid #b1b4b6}
table.facts thead th{border-bottom:2px solid #0b0c0c;white-space:nowrap}
table.facts tbody th{font-weight:600}
.unseen{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.st-key-radar-narrow,.st-key-dumbbell-narrow,.st-key-scale-narrow{display:none}
@media (max-width:700px){.st-key-radar-wide,.st-key-dumbbell-wide,.st-key-scale-wide{display:none}
.st-key-radar-narrow,.st-key-dumbbell-narrow,.st-key-scale-narrow{display:flex}}
@media (max-width:640px){h1{font-size:1.7rem!important}.verdict .big{font-size:1.5rem}
[data-testid=stMainBlockContainer]{padding-left:1rem;padding-right:1rem}}
@media (min-width:1700px){html{font-size:21px}}
</style>
"""
WIDE = "<style>[data-testid=stMainBlockContainer]{max-width:76rem}</style>"


def apply(*, wide: bool) -> None:
    """Dress the page; `wide` for figures side by side."""
    st.html(STYLE + (WIDE if wide else ""))
