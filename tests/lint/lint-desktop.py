#!/usr/bin/env python3
"""What the desktop reads is valid: desktop file, metainfo, settings, type of file, icons, manual."""

import os
import shutil
import subprocess
import tempfile

import house

ID = "org.entente.Entente"


def run(*command):
    """The status of a command, and what it said."""
    result = subprocess.run(
        command, cwd=house.ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return result.returncode, (result.stdout + result.stderr).strip()


def check(path, *command):
    status, said = run(*command)
    if status:
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


def check_metainfo():
    """Later versions of appstreamcli warn that there is no home page, and there is none."""
    path = f"data/{ID}.metainfo.xml.in"
    status, said = run("appstreamcli", "validate", "--no-net", path)
    grave = [line for line in said.splitlines() if line.startswith(("E:", "W:"))]
    known = [line for line in grave if "url-homepage-missing" in line]
    for line in grave:
        if line not in known:
            house.complain(path, 1, line)
    if status and not grave:
        house.complain(path, 1, said)


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_desktop_file(folder)
        check_type(folder)
    check_metainfo()
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
