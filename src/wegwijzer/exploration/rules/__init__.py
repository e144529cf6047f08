"""The rules of exploring together; pure, without a database or a clock."""
