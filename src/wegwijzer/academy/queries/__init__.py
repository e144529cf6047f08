"""Read training programmes, editions and certificates."""
