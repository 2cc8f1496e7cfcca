"""What is held on a person, told and handed out: duties of the law on personal data 91/2025/QH15."""
