"""Who is who: subjects per dossier, what is said about them, and which records may be the same."""
