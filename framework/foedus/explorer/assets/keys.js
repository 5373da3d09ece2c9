// The keys: what each does, the list of them, and the switch that turns single keys off.

import { button, heading, make } from "./element.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

const LIST = [
  ["?", "keyHelp"],
  ["/", "keySearch"],
  ["1 2 3 4", "keyModes"],
  ["v V", "keyViews"],
  ["p", "keyPicture"],
  ["← ↑ → ↓", "keyArrows"],
  ["Enter", "keyEnter"],
  ["d", "keyDetails"],
  ["t", "keyTable"],
  ["+ − 0", "keyZoom"],
  ["Shift + ← ↑ → ↓", "keyMove"],
  [", .", "keyStep"],
  ["Esc", "keyEscape"],
];
const list = make("dialog", { class: "keylist" });

/** The list of keys, which stands on the page and is shown when it is asked for. */
export function keysList() {
  const single = make("input", { type: "checkbox", checked: state.keys !== "off", onchange: () => change({ keys: single.checked ? "" : "off" }) });
  list.setAttribute("aria-label", say("keys"));
  list.replaceChildren(
    heading(2, say("keys")),
    make("dl", {}, LIST.map(([keys, words]) => [make("dt", {}, keys.split(" ").map((key) => (key === "+" && keys.startsWith("Shift") ? " + " : make("kbd", {}, key)))), make("dd", {}, say(words))])),
    make("label", { class: "check" }, single, " ", say("keysOn")),
    button(say("close"), () => list.close(), { class: "strong" }),
  );
  return list;
}

export function openKeys() {
  if (!list.open) list.showModal();
}

/** Do what a key stands for; keys that are typed into something, or held with others, are left alone. */
export function listenForKeys(acts, escape) {
  document.addEventListener("keydown", (event) => {
    if (list.open) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      escape(typing);
    } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && state.keys !== "off" && event.key in acts) {
      event.preventDefault();
      acts[event.key]();
    }
  });
}
