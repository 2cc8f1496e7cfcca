"""What the assistant can look up in a record for the person who may see it: a folder a skill, read only."""
