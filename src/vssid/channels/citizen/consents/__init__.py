"""What personal data are used for: what the person agreed to, what is limited, what the law asks."""
