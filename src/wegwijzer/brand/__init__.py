"""One brand for pages, charts and documents: the design tokens and what is made of them."""
