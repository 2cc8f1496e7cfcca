"""What several journeys do alike. Pictures are kept in build/journeys/."""
