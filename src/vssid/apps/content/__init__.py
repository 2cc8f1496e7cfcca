"""What anybody may read: policies, news, help, questions and answers, in versions with effective dates."""
