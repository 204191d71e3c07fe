"""Ways in and out: the terminal and Telegram. A channel lays out and sends replies, and knows no facts."""
