"""A real Apache Kafka for the tests, and what is needed to fill and read its topics."""
