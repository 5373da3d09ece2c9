// Asking: what analyses have answered about the model, and what each part of an answer looks like on the picture.

import { button, heading, make, quoted } from "./element.js";
import { MODEL } from "./model.js";
import { keyButton } from "./panel.js";
import { change, state } from "./state.js";
import { boxesFor } from "./stage.js";
import { wayTo } from "./views.js";
import { say } from "./words.js";

export function askBar() {
  if (MODEL.answers.length === 0) return [make("p", { class: "quiet" }, say("noAnswers"))];
  const items = MODEL.answers.map((each) =>
    make("li", {}, button(each.title, () => change({ answer: each.id, lit: "" }), { lang: "en", "aria-current": each.id === answerNow()?.id ? "true" : null, "data-key": `ask-${each.id}` })),
  );
  return [make("ul", { class: "asks", "aria-label": say("questions") }, items)];
}

function answerNow() {
  return MODEL.answers.find((each) => each.id === state.answer) ?? MODEL.answers[0];
}

/** The elements of the part that is shown. */
export function litKeys() {
  const part = answerNow()?.parts[Number(state.lit)];
  return state.lit !== "" && part ? part.keys : [];
}

/** The boxes of the part that is shown. */
export function askMarks() {
  return new Set(litKeys().flatMap(boxesFor));
}

export function askPanel() {
  const answer = answerNow();
  if (!answer) return [make("p", {}, say("noAnswers"))];
  return [quoted(answer.title, "h2"), quoted(answer.lead, "p", { class: "lead" }), answer.parts.map(partShown)];
}

function partShown(part, place) {
  const on = state.lit === String(place);
  return make(
    "section",
    { class: on ? "part lit" : "part" },
    quoted(part.title, "h3", { id: `part-${place}` }),
    part.lines.length > 0 ? make("ul", {}, part.lines.map((line) => quoted(line, "li"))) : null,
    part.keys.length > 0 ? button(say(on ? "hide" : "show"), () => change({ lit: on ? "" : String(place) }), { "aria-pressed": on ? "true" : "false", id: `show-${place}`, "aria-labelledby": `show-${place} part-${place}`, "data-key": `part-${place}` }) : null,
    on ? make("ul", { class: "chips" }, part.keys.filter((key) => key in MODEL.elements).map((key) => make("li", {}, keyButton(key), boxesFor(key).length === 0 ? [" ", wayTo(key)] : null))) : null,
  );
}
