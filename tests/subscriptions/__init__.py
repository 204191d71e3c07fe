"""The subscriptions on both databases; killing.py and measuring.py run real processes."""
