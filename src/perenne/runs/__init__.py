"""Passes over links: the night, the executor, the schedule, the outbox."""
