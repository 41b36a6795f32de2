"""Workers that say that they are alive, and runs that look at suspects again.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the workers, and a kind of run."""
    op.create_table(
        "workers",
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_night", sa.DateTime(timezone=True), nullable=True),
        sa.Column("troubles", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("holder", name=op.f("pk_workers")),
    )
    allow("nightly", "check", "recheck")


def downgrade() -> None:
    """Forget the workers; what looked again was a check on demand."""
    # Planned instants are unique for each kind, and a check on demand has none.
    op.execute("UPDATE runs SET kind = 'check', scheduled_for = NULL WHERE kind = 'recheck'")
    allow("nightly", "check")
    op.drop_table("workers")


def allow(*kinds: str) -> None:
    """Let `runs.kind` be one of these words."""
    words = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("runs") as runs:
        runs.drop_constraint(op.f("ck_runs_kind"), type_="check")
        runs.create_check_constraint(op.f("ck_runs_kind"), f"kind IN ({words})")
