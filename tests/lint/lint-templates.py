#!/usr/bin/env python3
"""Each template is well formed, named like its class, listed, and its types are ensured."""

import os
import re
import xml.etree.ElementTree as ElementTree

import house

LIST = "ui/entente-ui.gresource.xml"


def words(name):
    """EntenteActorFilter -> Entente Actor Filter"""
    return re.findall(r"[A-Z][a-z0-9]*", name)


def line_with(path, text):
    return house.line_of(house.read(path), max(house.read(path).find(text), 0))


def check_template(path, name, sources):
    file = "-".join(words(name)).lower()
    if os.path.basename(path) != file + ".ui":
        house.complain(path, line_with(path, name), f"holds the template of {name}, not of {file}.ui")
    source = sources.get(file + ".c")
    if source is None:
        house.complain(path, 1, f"there is no {file}.c for it")
        return
    text = house.read(source)
    if file + ".ui" not in text:
        house.complain(source, 1, f"does not load {file}.ui")
    for match in re.finditer(r'<object class="(Entente\w+)"', house.read(path)):
        used = "ENTENTE_TYPE_" + "_".join(words(match.group(1))[1:]).upper()
        if not re.search(rf"g_type_ensure \({used}\)", text):
            house.complain(source, 1, f"uses {match.group(1)} in its template: ensure {used}")


def check_stacks(path, tree):
    """One size for all pages leaves parts of a page that shows itself anew without any (GTK 4.8)."""
    for stack in tree.iter("object"):
        values = {item.get("name"): item.text for item in stack.findall("property")}
        if stack.get("class") == "GtkStack" and values.get("vhomogeneous") != "False":
            house.complain(path, 1, f"the stack {stack.get('id')} must not be vhomogeneous")


def main():
    sources = {os.path.basename(path): path for path in house.files("src", ".c")}
    listed = {element.text.strip() for element in ElementTree.fromstring(house.read(LIST)).iter("file")}
    for path in house.files("ui", ".ui", ".css"):
        if os.path.relpath(path, "ui") not in listed:
            house.complain(path, 1, f"is not listed in {LIST}")
    for name in sorted(listed):
        if not house.exists(f"ui/{name}") and not house.exists(f"data/{name}"):
            house.complain(LIST, line_with(LIST, name), f"{name} does not exist")
    for path in house.files("ui", ".ui"):
        try:
            tree = ElementTree.fromstring(house.read(path))
        except ElementTree.ParseError as error:
            house.complain(path, error.position[0], str(error))
            continue
        for template in tree.iter("template"):
            check_template(path, template.get("class"), sources)
        check_stacks(path, tree)
    house.finish()


main()
