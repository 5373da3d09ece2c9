// Looking: filters, the table that says the same as the picture, and a list of everything.

import { button, choice, make, quoted, tabulated } from "./element.js";
import { MODEL, near, PROVISIONS } from "./model.js";
import { keyButton } from "./panel.js";
import { actorName } from "./runs.js";
import { change, state } from "./state.js";
import { viewNow } from "./stage.js";
import { folded } from "./width.js";
import { say, term } from "./words.js";

const FILTERS = ["component", "actor", "standing", "wording"];

export function lookBar() {
  const every = PROVISIONS.map((key) => MODEL.elements[key]);
  const actors = [...new Set(every.flatMap((each) => each.obligors))].sort((one, other) => actorName(one).localeCompare(actorName(other), say("locale")));
  const standings = Object.entries(MODEL.standings).filter(([word]) => every.some((each) => each.standing === word)).map(([word, text]) => [word, term(text)]);
  const all = ["", say("all")];
  const filters = [
    filter("component", [all, ...MODEL.components.map((each) => [each.id, `${each.number} ${each.title}`])]),
    filter("actor", [all, ...actors.map((id) => [id, actorName(id)])]),
    filter("standing", [all, ...standings]),
    filter("wording", [all, ...Object.entries(MODEL.wordings)]),
  ];
  return [
    folded(say("filters"), FILTERS.filter((name) => state[name]).length, filters),
    filtering() ? button(say("clear"), () => change(Object.fromEntries(FILTERS.map((name) => [name, ""])))) : null,
    filtering() ? make("p", { class: "small", role: "status" }, say("shown", PROVISIONS.filter(passes).length, PROVISIONS.length)) : null,
  ];
}

function filter(name, options) {
  return choice(say(name), options, state[name], (value) => change({ [name]: value }), { "data-key": `filter-${name}` });
}

function filtering() {
  return FILTERS.some((name) => state[name]);
}

function passes(key) {
  const each = MODEL.elements[key];
  return (
    (!state.component || each.component === state.component) &&
    (!state.actor || each.obligors.includes(state.actor)) &&
    (!state.standing || each.standing === state.standing) &&
    (!state.wording || each.wording === state.wording)
  );
}

/** Boxes that the filters, or the wish to see only what is near, put in the background. */
export function faintNow() {
  const around = state.near && state.at in MODEL.elements ? near(state.at) : null;
  const shown = (key) => (!around || around.has(key)) && (!filtering() || !key.startsWith("provisions/") || passes(key));
  const relevant = (keys) => keys.some((key) => key.startsWith("provisions/") || around);
  const off = Object.entries(viewNow().stands).filter(([, keys]) => relevant(keys) && !keys.some(shown));
  return new Set(off.map(([id]) => id));
}

export function lookBelow() {
  const { title, head, rows } = viewNow();
  const twin = rows.map((cells) => make("tr", {}, cells.map((cell, place) => make(place === 0 ? "th" : "td", place === 0 ? { scope: "row" } : {}, cell))));
  return [
    make("details", {}, make("summary", {}, say("twin")), make("div", { class: "wide", tabindex: "0", role: "region", lang: "en", "aria-label": title }, tabulated(title, head, twin))),
    make("details", { open: filtering() }, make("summary", {}, say("everything")), make("ul", { class: "list" }, PROVISIONS.filter(passes).map(listed))),
  ];
}

function listed(key) {
  const each = MODEL.elements[key];
  const who = each.obligors.map(actorName).join(", ");
  return make("li", {}, keyButton(key), quoted(` ${who}`, "span", { class: "small quiet" }), make("span", { class: "small quiet" }, ` · ${term(MODEL.standings[each.standing])}`));
}

