"""Give training: programmes, editions, places, attendance and certificates."""
