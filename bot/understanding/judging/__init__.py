"""From readings to a verdict: completed by the conversation, held against the rules, with what else is to be told."""
