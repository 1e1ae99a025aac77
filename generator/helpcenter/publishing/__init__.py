"""What goes public, and how a whole site takes the place of the one before."""
