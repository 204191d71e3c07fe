"""Pictures that go with replies: timelines and comparisons, drawn by matplotlib in a worker thread, for any channel."""
