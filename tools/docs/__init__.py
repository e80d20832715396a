"""What of docs/ is made from the code."""
