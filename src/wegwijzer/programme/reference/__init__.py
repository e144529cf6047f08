"""Facts of public documents about the network, in our own structure and words."""
