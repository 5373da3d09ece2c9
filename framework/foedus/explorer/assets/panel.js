// The panel: everything that the model says of what is chosen.

import { button, heading, make, quoted } from "./element.js";
import { langOf, MODEL, tiesOf, titleOf } from "./model.js";
import { change, state } from "./state.js";
import { boxesFor, viewNow } from "./stage.js";
import { wayTo } from "./views.js";
import { say, term } from "./words.js";

/** What the panel shows of the chosen element. */
export function chosen(stands = []) {
  const element = MODEL.elements[state.at];
  if (!element) return [stands.length > 0 ? stands : beginning(), make("p", { class: "quiet" }, say("nothing")), make("p", { class: "quiet keys" }, say("keysHint"))];
  return [
    siblings(),
    make("p", { class: "kind" }, kindOf(state.at)),
    make("h2", { lang: langOf(state.at) }, titleOf(state.at)),
    boxesFor(state.at).length === 0 ? make("p", {}, wayTo(state.at)) : null,
    langOf(state.at) === "en" ? null : quoted(element.title, "p", { class: "quiet" }),
    stands,
    element.lead ? quoted(element.lead, "p", { class: "lead" }) : null,
    rowsOf(element.rows),
    sourcesOf(element),
    element.note ? make("p", { class: "note" }, make("b", {}, `${say("note")}. `), quoted(element.note)) : null,
    findingsOf(element),
    tiesShown(),
    make("p", { class: "place" }, `${say("written")} `, make("code", {}, element.place)),
  ];
}

/** What the model is about, and the ways into it: its outcomes, what its author plays, the tour. */
function beginning() {
  const way = (to, text, attributes) => make("li", {}, button(text, () => change(to), { class: "link", ...attributes }));
  const outcomes = MODEL.answers.filter(({ kind }) => kind === "outcome").map(({ id, title }) => way({ mode: "ask", answer: id, lit: "" }, title, { lang: "en" }));
  const plays = MODEL.scenarios.slice(0, 3).map(({ id, title }) => way({ mode: "play", scenario: id, reading: "", turn: "last" }, title, { lang: "en" }));
  const part = (title, ways) => (ways.length > 0 ? [heading(3, title), make("ul", { class: "list ways" }, ways)] : null);
  return [
    MODEL.summary ? quoted(MODEL.summary, "p", { class: "lead" }) : null,
    part(say("beginOutcome"), outcomes),
    part(say("beginPlay"), plays),
    part(say("begin"), [way({ mode: "learn", lesson: "tour" }, say("beginTour"))]),
  ];
}

function kindOf(key) {
  const section = key.slice(0, key.indexOf("/"));
  const component = MODEL.components.find((each) => each.id === MODEL.elements[key].component);
  const name = say(`kind-${section}`);
  return component ? [name, quoted(` · ${component.number} ${component.title}`)] : name;
}

/** Where a box stands for several elements, all of them. */
function siblings() {
  const [box] = boxesFor(state.at);
  const keys = viewNow().stands[box] ?? [];
  if (keys.length < 2) return null;
  const items = keys.map((key) => make("li", {}, keyButton(key, key === state.at ? { "aria-current": "true" } : {})));
  return make("div", { class: "siblings" }, make("p", { class: "small" }, say("boxes")), make("ul", { class: "chips" }, items));
}

/** A button that chooses an element. */
export function keyButton(key, attributes = {}) {
  return button(titleOf(key), () => change({ at: key, near: "" }), { class: "link", lang: langOf(key), "data-key": `to-${key}`, ...attributes });
}

function rowsOf(rows) {
  return make("dl", {}, rows.flatMap(([name, text]) => [make("dt", {}, term(name)), quoted(text, "dd")]));
}

function sourcesOf(element) {
  if (element.sources.length === 0 && !state.at.startsWith("provisions/")) return null;
  const items = element.sources.map((each) =>
    make(
      "li",
      { lang: "en" },
      make("cite", {}, each.title),
      each.at ? `, ${each.at}` : "",
      each.by ? make("span", { class: "quiet" }, ` (${each.by})`) : null,
      each.quote ? make("q", {}, each.quote) : null,
    ),
  );
  const basis = [term(element.basis), element.confidence ? say("confidence", term(element.confidence)) : ""].filter(Boolean).join(", ");
  return make(
    "section",
    {},
    heading(3, say("sources")),
    items.length > 0 ? make("ul", { class: "sources" }, items) : make("p", { class: "quiet" }, say("noSource")),
    basis ? make("p", { class: "small" }, `${say("rests")}: ${basis}`) : null,
  );
}

function findingsOf(element) {
  if (element.findings.length === 0) return null;
  const items = element.findings.map((each) =>
    make("li", { lang: "en" }, make("b", {}, each.code), ` ${each.message}`, make("span", { class: "small quiet" }, ` ${each.rule}`)),
  );
  return make("section", {}, heading(3, `${say("findings")} (${items.length})`), make("ul", { class: "findings" }, items));
}

function tiesShown() {
  const ties = tiesOf(state.at);
  if (ties.length === 0) return null;
  const items = ties.map(([source, target, words]) => {
    const [one, other] = [source, target].map((key) => (key === state.at ? make("i", {}, say("it")) : keyButton(key)));
    return make("li", {}, one, ` ${term(words)} `, other);
  });
  const only = button(say(state.near ? "showAll" : "onlyNear"), () => change({ near: state.near ? "" : "1" }), { "aria-pressed": state.near ? "true" : "false", "data-key": "near" });
  return make("details", { open: items.length <= 6 || Boolean(state.near) }, make("summary", {}, `${say("ties")} (${items.length})`), make("p", {}, only), make("ul", { class: "ties" }, items));
}
