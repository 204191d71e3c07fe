"""Questions for deals as such: which there are, of whom, when, the largest, all of one; and the names of deals."""
