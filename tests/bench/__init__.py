"""How many updates a second? The bot beside a bare echo bot of the same library: python -m tests.bench."""
