"""The network: regions, participants, people, who designated whom, in which role and until when."""
