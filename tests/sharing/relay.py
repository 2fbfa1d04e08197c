"""Read pickles from the standard input, one a line, and print what each holds, as a document and as a pickle again."""

import base64
import json
import pickle
import sys

from pmm_core.codec import to_plain


def main() -> None:
    """Go through the lines."""
    for line in sys.stdin:
        value = pickle.loads(base64.b64decode(line))  # noqa: S301 -- our own bytes
        document = json.dumps(to_plain(value, personal=True), sort_keys=True)
        again = base64.b64encode(pickle.dumps(value)).decode()
        print(json.dumps([document, again]))  # noqa: T201 -- its test reads what it prints


if __name__ == "__main__":
    main()
