"""Where a demonstration's messages go instead of to people, and the pages that show them."""
