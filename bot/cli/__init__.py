"""The command line: one module a verb, each with `SUMMARY`, `add_arguments(parser)` and `run(options, settings)`."""
