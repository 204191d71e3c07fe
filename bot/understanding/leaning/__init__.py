"""What leans on the conversation and is no question by itself: "and she?", "which ones?", "only the signed ones"."""
