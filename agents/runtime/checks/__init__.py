"""What may be wrong around a running Eventwire, looked at from outside: machine, brokers, topics, the stages' groups."""
