import assert from "node:assert/strict";
import { test } from "node:test";

// Read when the module makes its formats, so it has to stand before the import.
process.env.TZ = "Europe/Berlin";
const { breakable, capital, datesIn, day, dayAfter, daysLeft, figure, fileName, idInSixes, list, nameIn, plural, shortId, sixes } = await import("../../../ui/lib/format.js");

const ID = "q7Vd2mXKc0TzRw9uYb4LhN1sEoGf6jPaQxI3kMvZt8U";
const now = new Date("2026-11-20T12:00:00Z");
const us = datesIn("en-US");

test("validity is told by its UTC day, wherever the computer stands", () => {
  assert.equal(us.day("2028-11-18T23:30:00Z"), "Nov 18, 2028");
});

test("what happened is told in local time", () => {
  assert.equal(us.moment("2026-11-20T08:46:14Z"), "Nov 20, 2026, 9:46 AM");
});

test("within a week a moment is told by its day, beyond by its date", () => {
  const told = (/** @type {string} */ instant) => us.recent(instant, now);
  assert.equal(told("2026-11-20T08:46:14Z"), "today at 9:46 AM");
  assert.equal(told("2026-11-19T17:18:00Z"), "yesterday at 6:18 PM");
  assert.equal(told("2026-11-21T17:18:00Z"), "tomorrow at 6:18 PM");
  assert.equal(told("2026-11-14T17:18:00Z"), "Saturday at 6:18 PM");
  assert.equal(told("2026-11-13T17:18:00Z"), "Nov 13, 2026, 6:18 PM");
});

test("a deadline of today is a time, any other has its date", () => {
  assert.equal(us.deadline("2026-11-20T18:17:00Z", now), "7:17 PM");
  assert.equal(us.deadline("2026-11-20T23:05:00Z", now), "Nov 21, 2026, 12:05 AM");
});

test("what is seconds away is told with its seconds", () => {
  assert.equal(us.exactTime("2026-11-20T18:17:07Z"), "7:17:07 PM");
});

test("just after midnight the evening before is yesterday", () => {
  assert.equal(us.recent("2026-11-19T22:30:00Z", new Date("2026-11-19T23:30:00Z")), "yesterday at 11:30 PM");
});

test("a day of the clock change is one day", () => {
  assert.equal(us.recent("2026-10-24T22:30:00Z", new Date("2026-10-25T22:30:00Z")), "today at 12:30 AM");
  assert.equal(us.recent("2026-10-24T21:30:00Z", new Date("2026-10-25T22:30:00Z")), "yesterday at 11:30 PM");
});

for (const [locale, date, clock, both] of [
  ["en-US", "Nov 18, 2028", "7:21 PM", "Nov 18, 2028, 7:21 PM"],
  ["en-GB", "18 Nov 2028", "19:21", "18 Nov 2028, 19:21"],
  ["de-DE", "18. Nov. 2028", "19:21", "18. Nov. 2028, 19:21"],
  ["ja-JP", "2028年11月18日", "19:21", "2028年11月18日 19:21"],
]) {
  test(`dates and times have the order and the names of ${locale}`, () => {
    const { day, time, moment, recent, known } = datesIn(locale);
    assert.equal(day("2028-11-18T18:21:00Z"), date);
    assert.equal(time("2028-11-18T18:21:00Z"), clock);
    assert.equal(moment("2028-11-18T18:21:00Z"), both);
    assert.equal(recent("2028-11-18T18:21:00Z", new Date("2028-11-18T20:00:00Z")), `today at ${clock}`);
    assert.equal(known("2028-11-18T18:21:00Z", now), date);
  });
}

test("a count chooses the form of its sentence and stands in it", () => {
  const files = { one: "{count} file", other: "{count} files" };
  assert.deepEqual([0, 1, 2, 1184].map((count) => plural(count, files)), ["0 files", "1 file", "2 files", "1,184 files"]);
});

test("one day is a day, none is today, and what is over has expired", () => {
  const later = new Date(Date.now() + 60_000).toISOString();
  assert.deepEqual([728, 12, 1, 0].map((days) => daysLeft(days, later)), ["728 days left", "12 days left", "1 day left", "Expires today"]);
  assert.equal(daysLeft(0, new Date(Date.now() - 60_000).toISOString()), "Expired");
});

test("730 days from now is told as a date", () => {
  assert.equal(dayAfter(730, new Date("2026-11-20T09:00:00Z")), day("2028-11-19T09:00:00Z"));
});

test("an ID is cut into sixes without losing a character", () => {
  assert.deepEqual(sixes(ID), ["q7Vd2m", "XKc0Tz", "Rw9uYb", "4LhN1s", "EoGf6j", "PaQxI3", "kMvZt8", "U"]);
  assert.equal(idInSixes(ID).text.replace(/<[^>]*>/g, ""), ID, "a copied ID must have no gaps");
});

test("a short ID keeps its head and its end", () => {
  assert.equal(shortId(ID), "q7Vd2m…Zt8U");
  assert.equal(shortId("c1"), "c1");
});

test("the name in a certificate is its subject's, where that is nothing but a name", () => {
  assert.equal(nameIn("CN=Practice account - practice - Alumio"), "Practice account - practice - Alumio");
  assert.equal(nameIn("CN=Traders\\, Northwind \\+ Sons"), "Traders, Northwind + Sons");
  for (const subject of ["", "Northwind", "CN=Northwind,O=Traders", "CN=Northwind+OU=IT", "O=Traders", "CN=a\\C3\\A4"]) assert.equal(nameIn(subject), subject);
});

test("an address goes on in the next line after a part of it, and stays what it is", () => {
  for (const text of ["https://4718203-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token", "/home/mira/Documents/public.pem", "C:\\Users\\mira\\public.pem", ""]) {
    assert.equal(breakable(text).text.replaceAll("<wbr>", ""), text);
  }
  assert.equal(breakable("https://api.netsuite.com/a").text, "https://<wbr>api.<wbr>netsuite.<wbr>com/<wbr>a");
  assert.equal(breakable("/home/mira/public.pem").text, "/<wbr>home/<wbr>mira/<wbr>public.pem");
});

test("file names are found on every system", () => {
  assert.equal(fileName("/home/mira/public.pem"), "public.pem");
  assert.equal(fileName("C:\\Users\\mira\\public.pem"), "public.pem");
});

test("figures, lists and capitals read as English", () => {
  assert.equal(figure(1184), "1,184");
  assert.equal(list(["3", "7", "23"]), "3, 7, and 23");
  assert.equal(capital("today at 9:46 AM"), "Today at 9:46 AM");
});
