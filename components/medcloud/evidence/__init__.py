"""Evidence: what only documents can show, the parts list, and the ledger of every judgement."""
