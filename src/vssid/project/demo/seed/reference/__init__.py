"""The world around the people: provinces, communes, offices, clinics, employers."""
