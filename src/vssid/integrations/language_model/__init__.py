"""A language model behind an OpenAI-compatible address, used for one thing: choosing a number."""
