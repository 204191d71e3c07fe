"""Replies that list: deals, persons and companies, events of a time, rankings, the figures of a deal."""
