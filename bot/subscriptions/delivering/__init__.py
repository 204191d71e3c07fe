"""From the outbox to the reader: claimed with a lease, composed as a notice, sent, marked."""
