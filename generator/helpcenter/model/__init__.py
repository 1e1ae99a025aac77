"""What writers wrote, as frozen, validated values; knows no files and no HTML."""
