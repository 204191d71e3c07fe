"""What is looked through without a question: pages and cards of deals and sources, timelines, search, comparisons."""
