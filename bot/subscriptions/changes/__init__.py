"""From a change of the facts to what is owed: content, difference, topics and waits, publishing into the outbox."""
