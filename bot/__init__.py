"""The deal bot: answers questions about sourced deals, in German and English, with a citation behind each statement."""
