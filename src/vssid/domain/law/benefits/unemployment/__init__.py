"""Unemployment benefit: who is insured and entitled, how much for how long, what is lost and what is kept."""
