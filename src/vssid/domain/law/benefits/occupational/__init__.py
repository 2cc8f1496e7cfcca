"""Work accidents and occupational diseases: lump sum, monthly benefit, attendance, grant at death."""
