"""Run the command line as `python -m cjsite`."""

from cjsite.cli import main

if __name__ == "__main__":
    main()
