"""Who took back what was said of a link.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Name those who take something back; of what was taken back before, nobody knows."""
    with op.batch_alter_table("overlays") as overlays:
        overlays.add_column(sa.Column("ended_by", sa.Text(), nullable=True))


def downgrade() -> None:
    """Forget who took back what."""
    with op.batch_alter_table("overlays", recreate="never") as overlays:
        overlays.drop_column("ended_by")
