"""The policy pack: rules that judge any stack by the clauses of T/GYJS 014-2025."""
