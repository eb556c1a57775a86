"""The smallest Streamlit page there is, for comparison."""

import streamlit as st

st.write("hello")
