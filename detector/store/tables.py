"""The tables as they stand after every migration."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

# `latest` is the number of the newest revision, `created_with` of the last one the assessment was created with.
assessments = Table(
    "assessment",
    metadata,
    Column("key", String(22), primary_key=True),
    Column("bank_version", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("created_with", Integer, nullable=False),
    Column("latest", Integer, nullable=False),
    Index("assessment_by_change", "changed_at"),
)

# Rows are only ever added; triggers refuse a change, and a removal other than with the whole assessment.
revisions = Table(
    "revision",
    metadata,
    Column("assessment_key", String(22), ForeignKey("assessment.key", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("value", Text),
    Column("before", Text),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("undoes", Integer),
    Index("revision_by_item", "assessment_key", "kind", "item_id", "number"),
)
