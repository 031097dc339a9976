"""Answers questions about clocks by Python's zoneinfo: `clocks.py FILE`, or `clocks.py` for the release alone.

The first line names the release of the tz database and where it is from; then comes one line for each question. The
package tzdata is asked where it is installed, else the system's files.
"""

import pathlib
import platform
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1)
SECOND = timedelta(seconds=1)


def release():
    """The release of the database, and where it is from. Chooses the one that all answers come from."""
    try:
        import tzdata
    except ImportError:
        return system_release()
    zoneinfo.reset_tzpath(to=[])
    return tzdata.IANA_VERSION, "its package"


def system_release():
    for folder in map(pathlib.Path, zoneinfo.TZPATH):
        if (folder / "tzdata.zi").is_file():
            with open(folder / "tzdata.zi", encoding="utf-8") as rules:
                version, built_from = rules.readline(), rules.readline()
            # Debian builds its files with zones that the database itself has given up.
            return version.split()[-1], "the system with backzone" if "backzone" in built_from else "the system"
        if (folder / "+VERSION").is_file():
            return (folder / "+VERSION").read_text(encoding="utf-8").strip(), "the system"
    return "unknown", "the system"


def shown(zone, seconds):
    """The local time at an instant, without its zone."""
    return (EPOCH + timedelta(seconds=seconds)).replace(tzinfo=timezone.utc).astimezone(zone).replace(tzinfo=None)


def seconds_at(zone, local, fold):
    return (local - local.replace(tzinfo=zone, fold=fold).utcoffset() - EPOCH) // SECOND


def first(zone, local):
    """When the clock first shows a time; the end of the gap that swallowed it; None on a day that it skipped."""
    at = seconds_at(zone, local, 0)
    if shown(zone, at) == local:
        return at
    # In a gap one reading of the time lies before its end and the other at or after it.
    low, high = sorted((seconds_at(zone, local, 1), at))
    before = shown(zone, low) - timedelta(seconds=low)
    while high - low > 1:
        middle = (low + high) // 2
        if shown(zone, middle) - timedelta(seconds=middle) == before:
            low = middle
        else:
            high = middle
    days = shown(zone, high - 1).date(), shown(zone, high).date()
    return high if local.date() in days else None


def answers(lines):
    zone = None
    for line in lines:
        word, value = line.split()
        if word == "zone":
            try:
                zone = zoneinfo.ZoneInfo(value)
            except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
                zone = None
        elif zone is None:
            yield "no such zone"
        elif word == "at":
            yield shown(zone, int(value)).isoformat()
        else:
            at = first(zone, datetime.fromisoformat(value))
            yield "never" if at is None else str(at)


def main():
    print(*release(), f"Python {platform.python_version()}", sep="\t")
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as questions:
            sys.stdout.writelines(answer + "\n" for answer in answers(questions))


main()
