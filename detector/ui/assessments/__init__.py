"""The Start page: begin an assessment, or find one that is begun."""
