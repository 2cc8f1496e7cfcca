"""The papers a person may have, and those they had."""
