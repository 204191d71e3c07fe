"""What the bot knows: reads and checks a knowledge folder and keeps its facts findable."""
