"""Whether a capture was seen to show the page, how searches ended, and what the policy asks of pages.

Revision: 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def words(name: str, *members: str) -> sa.Enum:
    """Return a column of text under a CHECK."""
    return sa.Enum(*members, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    """Have every capture that is known looked at."""
    with op.batch_alter_table("captures") as captures:
        captures.add_column(sa.Column("verification", sa.String(32), nullable=True))
        captures.add_column(sa.Column("check_at", INSTANT, nullable=True))
        captures.add_column(sa.Column("code", sa.Text(), nullable=True))
        captures.add_column(sa.Column("nearest", sa.Text(), nullable=True))
    op.execute(
        "UPDATE captures SET verification = 'pending', check_at = found_at, code = '', nearest = ''"
    )
    with op.batch_alter_table("captures") as captures:
        captures.alter_column("verification", existing_type=sa.String(32), nullable=False)
        captures.alter_column("code", existing_type=sa.Text(), nullable=False)
        captures.alter_column("nearest", existing_type=sa.Text(), nullable=False)
        captures.create_check_constraint(
            op.f("ck_captures_verification"),
            "verification IN ('pending', 'verified', 'bad', 'lost')",
        )
        captures.create_index(
            op.f("ix_captures_verification_check_at"), ["verification", "check_at"]
        )
    op.create_table(
        "look_ups",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("archive", sa.Text(), nullable=False),
        sa.Column(
            "status", words("status", "found", "none", "excluded", "failed"), nullable=False
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("looked_at", INSTANT, nullable=False),
        sa.Column("next_try_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_look_ups_link_id")),
        sa.PrimaryKeyConstraint("link_id", "archive", name=op.f("pk_look_ups")),
    )
    op.add_column("observations", sa.Column("noarchive", sa.Boolean(), nullable=True))
    op.add_column("observations", sa.Column("closes_at", INSTANT, nullable=True))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("observations", "closes_at")
    op.drop_column("observations", "noarchive")
    op.drop_table("look_ups")
    with op.batch_alter_table("captures") as captures:
        captures.drop_index(op.f("ix_captures_verification_check_at"))
        captures.drop_constraint(op.f("ck_captures_verification"), type_="check")
        for name in ("nearest", "code", "check_at", "verification"):
            captures.drop_column(name)
