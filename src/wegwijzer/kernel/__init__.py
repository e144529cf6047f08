"""What every part shares: the actor, the verdict, the errors, the register of personal data."""
