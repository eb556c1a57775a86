"""The tables as they stand after every migration."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

# `latest` is the number of the newest revision, `created_with` of the last one the assessment was created with.
# `binned_at` is when it was put into the bin, empty while it is not in there.
assessments = Table(
    "assessment",
    metadata,
    Column("key", String(22), primary_key=True),
    Column("bank_version", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("created_with", Integer, nullable=False),
    Column("latest", Integer, nullable=False),
    Column("binned_at", Text),
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

# `key` opens the facilitator's page, `door` is the long token behind the join `code`; `code` is free again at the end.
# `votes` grows with every batch of votes, `changes` with every step of the facilitator.
workshops = Table(
    "workshop",
    metadata,
    Column("key", String(22), primary_key=True),
    Column("door", String(22), nullable=False, unique=True),
    Column("code", String(6), unique=True),
    Column("assessment_key", String(22), ForeignKey("assessment.key", ondelete="CASCADE"), nullable=False),
    Column("room", Text, nullable=False),
    Column("votes", Integer, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("opened_on", String(10), nullable=False),
    Column("closes_on", String(10), nullable=False),
    Column("keep_until", String(10), nullable=False),
    Index("workshop_by_assessment", "assessment_key"),
)

# `person` is made from a random number that only that person's browser holds. No name, address or time is kept.
people = Table(
    "person",
    metadata,
    Column("workshop_key", String(22), ForeignKey("workshop.key", ondelete="CASCADE"), primary_key=True),
    Column("person", String(32), primary_key=True),
    Column("group_id", Text, nullable=False),
)

# One row a person, question and round. `group_id` is the person's group at the time; `level` is empty for don't know.
votes = Table(
    "vote",
    metadata,
    Column("workshop_key", String(22), ForeignKey("workshop.key", ondelete="CASCADE"), primary_key=True),
    Column("question_id", Text, primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("person", String(32), primary_key=True),
    Column("group_id", Text, nullable=False),
    Column("level", Integer),
)

# A remark in somebody's own words. `id` is random, so that the order of remarks tells nothing of who wrote them.
remarks = Table(
    "remark",
    metadata,
    Column("workshop_key", String(22), ForeignKey("workshop.key", ondelete="CASCADE"), primary_key=True),
    Column("question_id", Text, primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("person", String(32), primary_key=True),
    Column("id", String(22), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("released", Integer, nullable=False),
)

# What was erased, in parts: the first is written with the erasing itself, the next ones once it was looked at again.
# Rows are only ever added. `subject` is the SHA-256 of the key of what was erased; no name and no content is kept.
receipts = Table(
    "receipt",
    metadata,
    Column("subject", String(64), primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("told", Text, nullable=False),
)

# One row: the time that automatic erasing goes by, the clock's when it was last looked at, and for how long a clock
# that says another time has run steadily.
clock = Table(
    "clock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("believed_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("steady_seconds", Integer, nullable=False),
)
