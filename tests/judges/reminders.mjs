// Reads an iCalendar document from standard input and prints its events, as ical.js understands
// them. The first argument is the folder in which ical.js is installed.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.argv[2], "here.js"));
const { default: ICAL } = await import(pathToFileURL(require.resolve("ical.js")).href);

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
if (calendar.name !== "vcalendar" || calendar.getFirstPropertyValue("version") !== "2.0") throw new Error("the head of the document");

const events = calendar.getAllSubcomponents("vevent").map((part) => {
  const text = (name) => part.getFirstPropertyValue(name);
  if (!text("dtstart").isDate || !text("dtend").isDate) throw new Error("not all-day");
  return {
    uid: text("uid"),
    start: text("dtstart").toString(),
    end: text("dtend").toString(),
    sequence: text("sequence"),
    status: text("status"),
    summary: text("summary"),
    description: text("description"),
    alarms: part.getAllSubcomponents("valarm").map((alarm) => ({
      action: alarm.getFirstPropertyValue("action"),
      seconds: alarm.getFirstPropertyValue("trigger").toSeconds(),
      text: alarm.getFirstPropertyValue("description"),
    })),
  };
});
console.log(JSON.stringify(events));
