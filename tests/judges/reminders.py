"""Reads an iCalendar document from standard input and prints its events, as the icalendar package
understands them."""

import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
broken = [str(error) for part in calendar.walk() for error in part.errors]
if broken:
    raise SystemExit("\n".join(broken))
if calendar["VERSION"] != "2.0" or "METHOD" in calendar:
    raise SystemExit("the head of the document")


def event(part):
    return {
        "uid": str(part["UID"]),
        "start": part["DTSTART"].dt.isoformat(),
        "end": part["DTEND"].dt.isoformat(),
        "sequence": int(part["SEQUENCE"]),
        "status": str(part["STATUS"]),
        "summary": str(part["SUMMARY"]),
        "description": str(part["DESCRIPTION"]),
        "alarms": [
            {
                "action": str(alarm["ACTION"]),
                "seconds": int(alarm["TRIGGER"].dt.total_seconds()),
                "text": str(alarm["DESCRIPTION"]),
            }
            for alarm in part.walk("VALARM")
        ],
    }


print(json.dumps([event(part) for part in calendar.walk("VEVENT")]))
