"""Writers' texts, short and long, to safe HTML."""
