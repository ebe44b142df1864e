"use strict";
// Shows the address that NetSuite sent the browser to. Loads, sends and keeps nothing.
const answer = new URLSearchParams(location.search);
const has = (name) => (answer.get(name) ?? "") !== "";
const show = (id) => document.getElementById(id).removeAttribute("hidden");
if (has("code") || has("error")) {
  show(has("error") ? "refused" : "allowed");
  show("answer");
  const address = document.getElementById("address");
  address.value = location.href;
  const copied = document.getElementById("copied");
  document.getElementById("copy").addEventListener("click", async () => {
    address.focus();
    address.select();
    try {
      await navigator.clipboard.writeText(address.value);
      copied.textContent = "Copied. Paste it into Certdesk.";
    } catch {
      // A page without this permission leaves the text selected.
      copied.textContent = "Press Ctrl+C or Command+C to copy the selected address.";
    }
  });
  document.getElementById("open").setAttribute("href", `certdesk://oauth/callback${location.search}`);
} else {
  show("nothing");
}
