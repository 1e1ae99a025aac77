"""What a preview server needs: whom it answers, what it watches, the page that lists problems."""
