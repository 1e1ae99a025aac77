"""Templates, style sheets and scripts: how pages look."""
