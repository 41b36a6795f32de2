"""The first schema.

Revision: 0001, after none.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATES = ("new", "alive", "undecided", "suspect", "broken")
VERDICTS = (
    "ok",
    "moved",
    "restricted",
    "course_closed",
    "blocked",
    "doubtful",
    "unchecked",
    "not_found",
    "gone",
    "soft_404",
    "media_removed",
    "parked",
    "dns",
    "refused",
    "tls",
    "timeout",
    "server_error",
    "redirect_loop",
    "malformed",
)


def words(name: str, *members: str) -> sa.Enum:
    """Return a column of text under a CHECK."""
    return sa.Enum(*members, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "centres",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centres")),
        sa.UniqueConstraint("name", name=op.f("uq_centres_name")),
    )
    op.create_table(
        "hosts",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_hosts")),
    )
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("key_digest", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", words("state", *STATES), nullable=False),
        sa.Column("kind", words("kind", *VERDICTS), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_alive", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failing_nights", sa.Integer(), nullable=False),
        sa.Column("all_definite", sa.Boolean(), nullable=False),
        sa.Column("undecided_nights", sa.Integer(), nullable=False),
        sa.Column("counted_night", sa.Date(), nullable=True),
        sa.Column("last_checked", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("key_digest", name=op.f("uq_links_key_digest")),
    )
    op.create_index(op.f("ix_links_host_id"), "links", ["host", "id"], unique=False)
    op.create_index(op.f("ix_links_state"), "links", ["state"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("status", words("status", "pending", "sent", "parked"), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index(op.f("ix_outbox_recipient"), "outbox", ["recipient"], unique=False)
    op.create_index(
        op.f("ix_outbox_status_next_try_at"), "outbox", ["status", "next_try_at"], unique=False
    )

    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", words("kind", "nightly", "check"), nullable=False),
        sa.Column("scheduled_for", sa.DateTime(timezone=True), nullable=True),
        sa.Column("night", sa.Date(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "status", words("status", "running", "completed", "void", "interrupted"), nullable=False
        ),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sa.UniqueConstraint("kind", "scheduled_for", name=op.f("uq_runs_kind_scheduled_for")),
    )
    op.create_index(op.f("ix_runs_status"), "runs", ["status"], unique=False)

    op.create_table(
        "archive_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "status",
            words("status", "queued", "submitted", "captured", "failed", "refused", "unknown"),
            nullable=False,
        ),
        sa.Column("job_id", sa.Text(), nullable=True),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["link_id"], ["links.id"], name=op.f("fk_archive_requests_link_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_requests")),
        sa.UniqueConstraint("link_id", "day", name=op.f("uq_archive_requests_link_id_day")),
    )
    op.create_index(
        op.f("ix_archive_requests_status_next_try_at"),
        "archive_requests",
        ["status", "next_try_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_archive_requests_submitted_at"), "archive_requests", ["submitted_at"], unique=False
    )

    op.create_table(
        "captures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("url_digest", sa.Text(), nullable=False),
        sa.Column("timestamp", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_captures_link_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
        sa.UniqueConstraint("link_id", "url_digest", name=op.f("uq_captures_link_id_url_digest")),
    )
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("status", words("status", "active", "paused", "retired"), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("refreshed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("baseline_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_dossiers_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossiers")),
        sa.UniqueConstraint("slug", name=op.f("uq_dossiers_slug")),
    )
    op.create_index(op.f("ix_dossiers_centre_id"), "dossiers", ["centre_id"], unique=False)

    op.create_table(
        "observations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("kind", words("kind", *VERDICTS), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("moved_to", sa.Text(), nullable=True),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("hops", sa.JSON(), nullable=False),
        sa.Column("page_title", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("first_run", sa.Integer(), nullable=False),
        sa.Column("last_run", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.CheckConstraint("count > 0", name=op.f("ck_observations_counted")),
        sa.CheckConstraint("first_at <= last_at", name=op.f("ck_observations_in_order")),
        sa.ForeignKeyConstraint(["first_run"], ["runs.id"], name=op.f("fk_observations_first_run")),
        sa.ForeignKeyConstraint(["last_run"], ["runs.id"], name=op.f("fk_observations_last_run")),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_observations_link_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observations")),
    )
    op.create_index(
        op.f("ix_observations_link_id_first_at"),
        "observations",
        ["link_id", "first_at"],
        unique=False,
    )
    op.create_index(
        "uq_observations_open",
        "observations",
        ["link_id"],
        unique=True,
        sqlite_where=sa.text("is_open"),
        postgresql_where=sa.text("is_open"),
    )

    op.create_table(
        "overlays",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            words("kind", "dismissed", "really_broken", "replacement_accepted"),
            nullable=False,
        ),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replacement", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_overlays_centre_id")),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_overlays_link_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overlays")),
    )
    op.create_index(op.f("ix_overlays_link_id"), "overlays", ["link_id"], unique=False)

    op.create_table(
        "replacements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("url_digest", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_replacements_confidence")),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_replacements_link_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacements")),
        sa.UniqueConstraint(
            "link_id", "url_digest", name=op.f("uq_replacements_link_id_url_digest")
        ),
    )
    op.create_table(
        "dossier_references",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("date_iso", sa.Text(), nullable=False),
        sa.Column("pages", sa.Text(), nullable=False),
        sa.Column("locations", sa.JSON(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossiers.id"], name=op.f("fk_dossier_references_dossier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_references")),
    )
    op.create_index(
        op.f("ix_dossier_references_dossier_id"), "dossier_references", ["dossier_id"], unique=False
    )

    op.create_table(
        "due",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kind", words("kind", *VERDICTS), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=True),
        sa.Column("notes", sa.JSON(), nullable=True),
        sa.Column("moved_to", sa.Text(), nullable=True),
        sa.Column("observation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_due_link_id")),
        sa.ForeignKeyConstraint(
            ["observation_id"], ["observations.id"], name=op.f("fk_due_observation_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_due_run_id")),
        sa.PrimaryKeyConstraint("run_id", "link_id", name=op.f("pk_due")),
    )
    op.create_index(op.f("ix_due_link_id"), "due", ["link_id"], unique=False)

    op.create_table(
        "flips",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("old_state", words("old_state", *STATES), nullable=False),
        sa.Column("old_kind", words("old_kind", *VERDICTS), nullable=True),
        sa.Column("new_state", words("new_state", *STATES), nullable=False),
        sa.Column("new_kind", words("new_kind", *VERDICTS), nullable=True),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_flips_link_id")),
        sa.ForeignKeyConstraint(
            ["observation_id"], ["observations.id"], name=op.f("fk_flips_observation_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_flips_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flips")),
    )
    op.create_index(op.f("ix_flips_link_id_at"), "flips", ["link_id", "at"], unique=False)

    op.create_table(
        "recipients",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("pace", words("pace", "nightly", "weekly", "monthly"), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=True),
        sa.Column("centre_id", sa.Integer(), nullable=True),
        sa.Column("after_flip", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "dossier_id IS NULL OR centre_id IS NULL", name=op.f("ck_recipients_one_scope")
        ),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_recipients_centre_id")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossiers.id"], name=op.f("fk_recipients_dossier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipients")),
        sa.UniqueConstraint("address", "centre_id", name=op.f("uq_recipients_address_centre_id")),
        sa.UniqueConstraint("address", "dossier_id", name=op.f("uq_recipients_address_dossier_id")),
    )
    op.create_index(
        "uq_recipients_everything",
        "recipients",
        ["address"],
        unique=True,
        sqlite_where=sa.text("dossier_id IS NULL AND centre_id IS NULL"),
        postgresql_where=sa.text("dossier_id IS NULL AND centre_id IS NULL"),
    )

    op.create_table(
        "citations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("as_written", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_citations_link_id")),
        sa.ForeignKeyConstraint(
            ["reference_id"], ["dossier_references.id"], name=op.f("fk_citations_reference_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citations")),
    )
    op.create_index(
        op.f("ix_citations_link_id_withdrawn_at"),
        "citations",
        ["link_id", "withdrawn_at"],
        unique=False,
    )
    op.create_index(op.f("ix_citations_reference_id"), "citations", ["reference_id"], unique=False)

    op.create_table(
        "reported",
        sa.Column("outbox_id", sa.Integer(), nullable=False),
        sa.Column("flip_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["flip_id"], ["flips.id"], name=op.f("fk_reported_flip_id")),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_reported_outbox_id")),
        sa.PrimaryKeyConstraint("outbox_id", "flip_id", name=op.f("pk_reported")),
    )
    op.create_index(op.f("ix_reported_flip_id"), "reported", ["flip_id"], unique=False)


def downgrade() -> None:
    """Drop the tables, and with them all that is remembered."""
    for table in (
        "reported",
        "citations",
        "recipients",
        "flips",
        "due",
        "dossier_references",
        "replacements",
        "overlays",
        "observations",
        "dossiers",
        "captures",
        "archive_requests",
        "runs",
        "outbox",
        "links",
        "hosts",
        "centres",
    ):
        op.drop_table(table)
