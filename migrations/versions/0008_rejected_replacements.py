"""Proposed addresses that somebody would not have, and the lasting address a page gives for itself.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KINDS = ("dismissed", "really_broken", "replacement_accepted")


def upgrade() -> None:
    """Add a kind of overlay, and a column of links."""
    allow(*KINDS, "replacement_rejected")
    op.add_column("links", sa.Column("permalink", sa.Text(), nullable=True))


def downgrade() -> None:
    """Forget both: what was rejected is proposed again."""
    op.drop_column("links", "permalink")
    op.execute("DELETE FROM overlays WHERE kind = 'replacement_rejected'")
    allow(*KINDS)


def allow(*kinds: str) -> None:
    """Let `overlays.kind` be one of these words."""
    words = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("overlays") as overlays:
        overlays.drop_constraint(op.f("ck_overlays_kind"), type_="check")
        overlays.create_check_constraint(op.f("ck_overlays_kind"), f"kind IN ({words})")
