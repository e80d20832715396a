"""One host judged against controls, and what would be changed on it. Pure."""
