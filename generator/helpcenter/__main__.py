"""``python -m helpcenter`` is the ``helpcenter`` command."""

from helpcenter.commands.main import run

if __name__ == "__main__":
    run()
