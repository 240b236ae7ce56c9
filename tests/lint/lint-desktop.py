#!/usr/bin/env python3
"""What the desktop reads is valid: desktop file, metainfo, settings, type of file, icons, manual."""

import os
import shutil
import subprocess
import tempfile

import house

ID = "org.entente.Entente"


def check(path, *command):
    result = subprocess.run(
        command, cwd=house.ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    said = (result.stdout + result.stderr).strip()
    if result.returncode:
        house.complain(path, 1, said or f"{command[0]} failed")
    return said


def check_desktop_file(folder):
    path = f"data/{ID}.desktop.in"
    copy = os.path.join(folder, f"{ID}.desktop")
    shutil.copy(os.path.join(house.ROOT, path), copy)
    said = check(path, "desktop-file-validate", copy)
    if said:
        house.complain(path, 1, said)


def check_type(folder):
    path = f"data/mime/{ID}.xml"
    packages = os.path.join(folder, "mime", "packages")
    os.makedirs(packages)
    shutil.copy(os.path.join(house.ROOT, path), packages)
    check(path, "update-mime-database", os.path.dirname(packages))


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_desktop_file(folder)
        check_type(folder)
    path = f"data/{ID}.metainfo.xml.in"
    check(path, "appstreamcli", "validate", "--no-net", path)
    check(f"data/{ID}.gschema.xml", "glib-compile-schemas", "--strict", "--dry-run", "data")
    for path in house.files("data", ".svg", ".xml", ".xml.in") + house.files("ui", ".svg", ".xml"):
        check(path, "xmllint", "--noout", path)
    for path in house.files("data/man"):
        if not path.endswith("meson.build"):
            said = check(path, "groff", "-man", "-ww", "-z", "-Tutf8", "-Kutf8", path)
            if said:
                house.complain(path, 1, said)
    house.finish()


main()
