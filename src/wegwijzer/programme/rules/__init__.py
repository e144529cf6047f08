"""The rules of the programme: portfolios, assignments, the heads council, hubs."""
