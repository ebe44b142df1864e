
"use strict";
// Compares the Certificate ID with the expected one, and copies values. Sends nothing.
const field = document.getElementById("id");
const result = document.getElementById("result");
const expected = field.dataset.expected;

function judge() {
  const entered = field.value.trim();
  const say = (tone, words) => {
    result.dataset.tone = tone;
    result.textContent = words;
  };
  if (entered === "") return say("", "");
  if (entered === expected) return say("ok", "It matches. Send it back: " + entered);
  if (entered.length !== expected.length) return say("wrong", "It has " + entered.length + " characters. A Certificate ID has " + expected.length + ".");
  let place = 0;
  while (entered[place] === expected[place]) place += 1;
  say("wrong", "It differs from the expected ID at character " + (place + 1) + ". Check that you chose the right file and copied its own line of the list. If NetSuite really shows this ID, send it back and say so.");
}

async function copy(button) {
  const label = button.firstChild;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    button.after(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  label.textContent = "Copied";
  setTimeout(() => (label.textContent = "Copy"), 2000);
}

field.addEventListener("input", judge);
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
