"""The contract: what crawlers publish and what consumers read. pydantic alone, and nothing of the system."""
