"""What an article states besides its events: places, dates, counts, names, topics and contexts, each with its exact span."""
