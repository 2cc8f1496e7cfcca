"""What anybody may read: policies, news, help, questions, release notes, in dated versions."""
