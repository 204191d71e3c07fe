"""How fast and how right the bot is, measured: on a large generated knowledge folder, on the real one, beside others.

`python -m benchmarks` runs everything and prints Markdown tables; nothing in bot/ imports from here.
"""
