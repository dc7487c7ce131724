"""Problems and findings for people and programs, and how far a build is."""
