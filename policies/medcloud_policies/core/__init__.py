"""What a rule is, and how it is judged, whatever the provider."""
