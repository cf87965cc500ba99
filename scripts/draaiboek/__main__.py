"""`python -m draaiboek`: the same as the `draaiboek` command."""

from draaiboek.cli import main

if __name__ == "__main__":
    main()
