"""The work that one journey is: a task that any process can do, and results that outlive it."""
