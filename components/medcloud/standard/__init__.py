"""The standard T/GYJS 014-2025 as data, and the convention by which resources carry its terms."""
