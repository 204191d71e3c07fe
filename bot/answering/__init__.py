"""From a recognition to a reply, in the reader's language, with a citation behind each statement. Knows no channel."""
