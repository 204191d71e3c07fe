"""What subscribers say and tap: following, leaving, when to be told; the register of what they chose."""
