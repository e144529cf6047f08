"""Read the programme: the heads council, hubs and their figures."""
