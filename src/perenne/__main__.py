"""``python -m perenne``."""

from perenne.cli.main import main

if __name__ == "__main__":
    main()
