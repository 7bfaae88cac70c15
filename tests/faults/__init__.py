"""The fault drills: publish numbered pages, break something, read everything back, and close the ledger."""
