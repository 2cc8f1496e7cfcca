"""Help: guides, questions and answers by topic, the hotline."""
