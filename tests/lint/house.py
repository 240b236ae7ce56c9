"""What the lints share: the files of the tree, C without its comments, and complaints."""

import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

LAYERS = (
    "core", "chronicle", "chart", "text", "store", "exchange", "study", "summary", "print",
    "model", "widgets", "app", "cli",
)

_complaints = 0


def complain(path, line, message):
    """Says FILE:LINE: MESSAGE; finish() then fails."""
    global _complaints
    _complaints += 1
    print(f"{path}:{line}: {message}")


def finish():
    """Ends the lint: 0 if nothing was complained of."""
    print(f"{_complaints} complaints" if _complaints else "no complaint")
    sys.exit(1 if _complaints else 0)


def files(folder, *suffixes):
    """Paths of files below a folder, relative to the top, sorted; hidden and built ones left out."""
    found = []
    for where, folders, names in os.walk(os.path.join(ROOT, folder)):
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "_build", "__pycache__"))
        )
        for name in sorted(names):
            if not suffixes or name.endswith(suffixes):
                found.append(os.path.relpath(os.path.join(where, name), ROOT))
    return found


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def exists(path):
    return os.path.exists(os.path.join(ROOT, path))


def layer_of(path):
    """'core' for src/core/entente-date.c; None for src/main.c and for what is not in src."""
    parts = path.split("/")
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def line_of(text, position):
    return text.count("\n", 0, position) + 1


_TOKEN = re.compile(
    r"""//(?:[^\\\n]|\\.)*            # comments
      | /\*.*?\*/
      | "(?:[^"\\\n]|\\.)*"           # strings
      | '(?:[^'\\\n]|\\.)*'           # characters
    """,
    re.DOTALL | re.VERBOSE,
)


def without_comments(text, strings=True):
    """C with comments (and, unless kept, the insides of strings) blanked; lines stay in place."""

    def blank(match):
        token = match.group()
        if token[0] in "\"'":
            return token if strings else token[0] + token[0]
        return re.sub(r"[^\n]", " ", token)

    return _TOKEN.sub(blank, text)


def includes(path):
    """(line, delimiter, header) of each #include."""
    text = without_comments(read(path))
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', text, re.MULTILINE):
        yield line_of(text, match.start()), match.group(1), match.group(2)
