"""How a text is written: figures from the law's parameters, Markdown made safe, a folder of the catalogue."""
