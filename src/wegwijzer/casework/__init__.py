"""A joint case: who is involved, what was asked and delivered, and who may see which item."""
