"""The tables. `docs/schema.md` is their picture; `migrations/` are their steps.

A module imports those its foreign keys refer to: whoever needs one table has what goes with it,
and no more, since each takes time to map. `tables.schema` has them all.
"""
