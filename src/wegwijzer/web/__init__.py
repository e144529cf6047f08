"""The pages: they parse, call one function and render; no rule lives here."""
