"""Documents of the house: one vocabulary, and a renderer for PDF, DOCX, PPTX and e-mail."""
