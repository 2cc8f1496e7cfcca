"""Letters set in type: tagged PDFs (PDF/UA-1) by typst, from our own templates and fonts alone."""
