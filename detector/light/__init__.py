"""Pages without Streamlit, small enough for any phone."""
