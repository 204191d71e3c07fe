"""The database: tables, migrations, journal, conversations, feedback, privacy. Alone knows which database it is."""
