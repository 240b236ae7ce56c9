#!/usr/bin/env python3
"""Which layer may include what: one direction, lowest first, and each library in its place."""

import os
import re

import house

# The table of the layers: what each may include besides itself.
BELOW = {
    "core": (),
    "chronicle": ("core",),
    "chart": ("core", "chronicle"),
    "text": ("core",),
    "store": ("core",),
    "exchange": ("core", "chronicle", "text"),
    "study": ("core", "chronicle", "text", "store", "exchange"),
    "summary": ("core", "chronicle", "chart"),
    "print": ("core", "chronicle", "chart", "summary"),
    "model": ("core", "chronicle", "chart", "text", "study"),
    "widgets": ("core", "chronicle", "chart", "text", "study", "model", "print"),
    "app": tuple(layer for layer in house.LAYERS if layer != "cli"),
    "cli": tuple(layer for layer in house.LAYERS if layer not in ("model", "widgets", "app")),
}

# The only header of a layer that layers above it see.
FACES = {"store": "entente-store.h"}

# Columns and geometry need no input or output; what is read from a resource or can be cancelled
# does.
WITH_GIO = tuple(layer for layer in house.LAYERS if layer not in ("chronicle", "chart"))

# System headers, and the layers that may include them; the first pattern that fits decides.
LIBRARIES = (
    (r"gio/|gioenum", WITH_GIO),
    (r"adwaita", ("widgets", "app")),
    (r"(gtk|gdk|gsk|graphene)", ("model", "widgets", "app")),
    (r"pango/", ("text", "print", "widgets", "app")),
    (r"cairo", ("print", "widgets", "app")),
    (r"sqlite3", ("store",)),
    (r"zlib", ("store",)),
    (r"jansson", ("exchange", "cli")),
    (r"(libxml/|cmark|archive|libical/|uchardet)", ("exchange",)),
)

# What only these layers may call, although its header is seen by more: a step is made anywhere, the
# store is asked below.
CALLS = ((r"\bentente_store_\w+ \(", ("store", "study", "cli")),)

# Nothing that a text or a study names is ever opened: a link is words. Markup and toasts say what a
# person wrote by entente-plain-words.c alone.
NEVER = (
    (r"\b(gtk_show_uri\w*|g_app_info_launch\w*|gtk_link_button_\w+|gtk_uri_launcher_\w+)", ""),
    (r"\badw_toast_new \((?! *(_ \(|escaped\b|title\b))", "entente-plain-words.c"),
)

# Panes meet in the session, never in each other: a module belongs to the pane whose name begins
# its own.
PANES = (
    "article", "timeline", "actor-filter", "inspector", "move-table", "ledger", "suggestion-pane",
    "position-pane", "accounts-view", "positions-view", "relations-view", "view-bar",
)


def pane_of(header):
    name = re.sub(r"^entente-|\.[ch]$", "", header)
    for pane in PANES:
        if name == pane or name.startswith(pane + "-"):
            return pane
    return None


def check_library(path, layer, line, header):
    for pattern, layers in LIBRARIES:
        if re.match(pattern, header):
            if layer not in layers:
                house.complain(path, line, f"<{header}> has no place in {layer}/")
            return


def check_own(path, layer, line, header, homes):
    home = homes.get(header)
    if home is None:
        house.complain(path, line, f'"{header}" is no header of this tree')
    elif home != layer and home not in BELOW[layer]:
        house.complain(path, line, f'{layer}/ may not include "{header}" of {home}/')
    elif home != layer and header != FACES.get(home, header):
        house.complain(path, line, f'{home}/ shows only "{FACES[home]}", not "{header}"')
    elif home == layer == "widgets":
        mine, its = pane_of(os.path.basename(path)), pane_of(header)
        if mine and its and mine != its:
            house.complain(path, line, f"panes meet in the session: {mine} includes {its}")


def main():
    sources = [path for path in house.files("src", ".c", ".h") if house.layer_of(path)]
    homes = {os.path.basename(p): house.layer_of(p) for p in sources if p.endswith(".h")}
    for path in sources:
        layer = house.layer_of(path)
        for line, kind, header in house.includes(path):
            if header == "config.h":
                continue
            if kind == '"':
                check_own(path, layer, line, header, homes)
            else:
                check_library(path, layer, line, header)
        text = house.without_comments(house.read(path), strings=False)
        for pattern, layers in CALLS:
            for match in re.finditer(pattern, text) if layer not in layers else ():
                line = house.line_of(text, match.start())
                house.complain(path, line, f"{match.group()}: asked of the study, not of the store")
        for pattern, but in NEVER:
            for match in re.finditer(pattern, text) if os.path.basename(path) != but else ():
                line = house.line_of(text, match.start())
                house.complain(path, line, f"{match.group()}: words of strangers, see NEVER")
        if layer == "model":
            for match in re.finditer(r"\b(GtkWidget|GTK_WIDGET|gtk_widget_\w+)\b", text):
                line = house.line_of(text, match.start())
                house.complain(path, line, f"{match.group()}: no widget in model/")
    house.finish()


main()
