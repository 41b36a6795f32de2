"""Copies of pages in files of our own.

Revision: 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add files, the copies in them, and the tries that gave none."""
    op.create_table(
        "copy_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("length", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copy_files")),
        sa.UniqueConstraint("name", name=op.f("uq_copy_files_name")),
    )
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("payload_digest", sa.Text(), nullable=False),
        sa.Column("same_as", sa.Integer(), nullable=True),
        sa.Column("version", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_copies_link_id")),
        sa.ForeignKeyConstraint(["file_id"], ["copy_files.id"], name=op.f("fk_copies_file_id")),
        sa.ForeignKeyConstraint(["same_as"], ["copies.id"], name=op.f("fk_copies_same_as")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copies")),
    )
    for column in ("file_id", "link_id", "sha256"):
        op.create_index(op.f(f"ix_copies_{column}"), "copies", [column], unique=False)
    op.create_table(
        "copy_tries",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_copy_tries_link_id")),
        sa.PrimaryKeyConstraint("link_id", name=op.f("pk_copy_tries")),
    )


def downgrade() -> None:
    """Forget them; the files stay where they are."""
    for table in ("copy_tries", "copies", "copy_files"):
        op.drop_table(table)
