"""Results for people and for tools: text, JSON, HTML, SARIF, XCCDF, a record for the ledger."""
