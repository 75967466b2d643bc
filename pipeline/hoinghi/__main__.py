"""``python -m hoinghi``: the command line of this Python, whatever PATH says."""

from hoinghi.cli import main

if __name__ == "__main__":
    main()
