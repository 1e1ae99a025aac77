"""Every address that was ever published: what it means, and where it leads once it moved or is gone."""
