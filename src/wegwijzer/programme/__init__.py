"""Strategic goals and portfolios: who commissions, who carries out, and what came of it."""
