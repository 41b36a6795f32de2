"""What a host needed last time, beside when it may be asked again.

Revision: 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Remember hosts that ask for no patience too."""
    with op.batch_alter_table("hosts") as hosts:
        hosts.alter_column("not_before", existing_type=sa.DateTime(timezone=True), nullable=True)
        hosts.add_column(sa.Column("browser_like_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Forget what hosts need."""
    op.execute("DELETE FROM hosts WHERE not_before IS NULL")
    with op.batch_alter_table("hosts") as hosts:
        hosts.drop_column("browser_like_at")
        hosts.alter_column("not_before", existing_type=sa.DateTime(timezone=True), nullable=False)
