"""What values say: addresses, dates, keys, and what texts carry inside."""
