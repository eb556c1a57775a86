"""The tables as they stand after every migration."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

# `latest` is the number of the newest revision, `created_with` of the last one the assessment was created with.
# `binned_at` is when it was put into the bin, empty while it is not in there.
# `origin` is where its chain begins.
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
    Column("origin", String(64), nullable=False, server_default=""),
    Index("assessment_by_change", "changed_at"),
)

# Who made changes, each under an id made from name and salt; both are empty once the name was erased.
authors = Table(
    "author",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("salt", String(32), nullable=False),
    Column("name", Text, nullable=False),
)

# Rows are only ever added; triggers refuse a change, and a removal other than with the whole assessment. `author` is
# empty where nobody gave a name. `digest` stands for the value, `link` for the change and all before it: see `chain`.
revisions = Table(
    "revision",
    metadata,
    Column("assessment_key", String(22), ForeignKey("assessment.key", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("author", String(32), ForeignKey("author.id")),
    Column("undoes", Integer),
    Column("digest", String(64), nullable=False),
    Column("link", String(64), nullable=False),
    Index("revision_by_item", "assessment_key", "kind", "item_id", "number"),
)

# The words of a change. What was there before is the value of the item's previous change. A row goes with its
# assessment, or by itself when the value is erased, which the log of deletions has to name first.
revision_values = Table(
    "revision_value",
    metadata,
    Column("assessment_key", String(22), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("salt", String(32), nullable=False),
    Column("value", Text),
    ForeignKeyConstraint(
        ["assessment_key", "number"], ["revision.assessment_key", "revision.number"], ondelete="CASCADE"
    ),
)

# What the result said after a change, under the bank of that version: nothing works it out anew, and nothing typed
# is in it. Scores and confidence are in tenths of 100, empty where there is none. `verdict` is the id of a band, empty
# if none was named; `held` lists in JSON what held it down. A row never changes, and goes with its assessment.
kept_results = Table(
    "kept_result",
    metadata,
    Column("assessment_key", String(22), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("bank", Text, nullable=False),
    Column("on_day", String(10), nullable=False),
    Column("verdict", Text),
    Column("label", Text, nullable=False),
    Column("score", Integer),
    Column("low", Integer),
    Column("high", Integer),
    Column("confidence", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("provisional", Integer, nullable=False),
    Column("held", Text, nullable=False),
    ForeignKeyConstraint(
        ["assessment_key", "number"], ["revision.assessment_key", "revision.number"], ondelete="CASCADE"
    ),
)

# Every assessment ever begun, a chain of its own: one that is not there and not in the log of deletions is missing.
# `origin` is where the assessment's own chain begins, made from its key.
creations = Table(
    "creation",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("origin", String(64), nullable=False, unique=True),
    Column("link", String(64), nullable=False),
)

# What was deleted or erased, a chain of its own; rows are only ever added. `subject` is an assessment's origin, an
# author's id, or the SHA-256 of a workshop's key; `change` the number of an erased value's change; `head` the last
# link of a deleted assessment.
deletions = Table(
    "deletion",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
    Column("subject", String(64), nullable=False),
    Column("change", Integer),
    Column("on_day", String(10), nullable=False),
    Column("author", String(32), ForeignKey("author.id")),
    Column("head", String(64)),
    Column("link", String(64), nullable=False),
    Index("deletion_by_subject", "subject", "what", "change"),
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
