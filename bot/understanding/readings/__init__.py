"""Facts as features in one table, and how well each explains a question: coverage, nearest example, confidence."""
