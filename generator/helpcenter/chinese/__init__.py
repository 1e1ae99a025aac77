"""What is known of Chinese: words and how rare they are, traditional characters, and how characters sound.

``tools/make_tables.py`` makes the tables; nothing here is edited by hand.
"""
