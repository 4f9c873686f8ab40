"use strict";
// Keys for what the page does without them by its links: n and p walk the findings that are shown, t goes from
// a finding to its place in the text and back.
const shown = () => [...document.querySelectorAll("article")].filter((one) => one.offsetParent !== null);
const current = () => document.activeElement.closest("article");

function go(to) {
  if (!to) return;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "center" });
}

function step(by) {
  const all = shown();
  const at = all.indexOf(current());
  go(all.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % all.length));
}

function toText() {
  const here = current();
  if (here) {
    const there = document.getElementById(here.id.replace("f-", "t-"));
    const mark = there.nextElementSibling;
    go(mark && mark.matches("a") ? mark : there.closest("td"));
  } else if (document.activeElement.matches("td a")) {
    go(document.querySelector(document.activeElement.getAttribute("href")));
  }
}

const keys = { n: () => step(1), p: () => step(-1), t: toText };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
document.getElementById("keys").hidden = false;
