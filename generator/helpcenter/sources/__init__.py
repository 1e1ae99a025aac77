"""Files to plain values with places, and from those to the model; and back: plain values to YAML."""
