import assert from "node:assert/strict";
import { test } from "node:test";
import { flag, html } from "../../../ui/lib/html.js";

test("text given to a template cannot become markup", () => {
  assert.equal(html`<p>${"<img src=x onerror=alert(1)>"}</p>`.text, "<p>&lt;img src=x onerror=alert(1)&gt;</p>");
});

test("text given to an attribute cannot leave it", () => {
  assert.equal(html`<input value="${`" autofocus onfocus="x' \``}" />`.text, '<input value="&quot; autofocus onfocus=&quot;x&#39; &#96;" />');
});

test("an ampersand is escaped once and only once", () => {
  assert.equal(html`${"Vermeer & Zoon &amp;"}`.text, "Vermeer &amp; Zoon &amp;amp;");
});

test("markup made by a template goes in as markup, also inside a list", () => {
  assert.equal(html`<ul>${["a", "<"].map((item) => html`<li>${item}</li>`)}</ul>`.text, "<ul><li>a</li><li>&lt;</li></ul>");
});

test("an object that only looks like markup is escaped", () => {
  assert.equal(html`${/** @type {any} */ ({ text: "<b>", toString: () => "<b>" })}`.text, "&lt;b&gt;");
});

test("nothing prints nothing, zero prints zero", () => {
  assert.equal(html`${null}${undefined}${false}${0}${""}`.text, "0");
});

test("a flag is an attribute or nothing", () => {
  assert.equal(html`<input ${flag("checked", true)}><input ${flag("checked", false)}>`.text, "<input checked><input >");
});
