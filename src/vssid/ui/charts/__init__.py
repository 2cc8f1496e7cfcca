"""Charts drawn on the server: pure geometry here, the SVG in a template, classes for every colour."""
