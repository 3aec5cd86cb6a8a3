"""Earlier states of the journal: kept by the hour, listed, brought back as new writes."""
