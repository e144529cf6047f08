"""Training and awareness: programmes, editions, certificates and meetings."""
