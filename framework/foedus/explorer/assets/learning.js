// Learning: a tour of the model, questions to predict before they are played, and the words.

import { button, heading, make, quoted } from "./element.js";
import { markOf } from "./marks.js";
import { langOf, MODEL, PROVISIONS, titleOf } from "./model.js";
import { keyButton } from "./panel.js";
import { dayWords, deeds, readingFor, run, standing } from "./runs.js";
import { change, state } from "./state.js";
import { boxesFor } from "./stage.js";
import { say, term } from "./words.js";

const LESSONS = ["tour", "quiz", "glossary"];
const MOST = 6;

export function learnBar() {
  const items = LESSONS.map((each) =>
    make("li", {}, button(say(each), () => change({ lesson: each, turn: "", at: "" }), { "aria-current": lesson().name === each ? "true" : null, "data-key": `lesson-${each}` })),
  );
  return [make("ul", { class: "asks" }, items)];
}

function lesson() {
  const [name, place] = state.lesson.split("-");
  return { name: LESSONS.includes(name) ? name : "tour", place: Number(place) || 0 };
}

export function learnPanel() {
  const { name, place } = lesson();
  if (name === "quiz") return quiz(place);
  return name === "glossary" ? glossaryShown() : tour(place);
}

/** The boxes that the tour is about at this point. */
export function learnMarks() {
  const { name, place } = lesson();
  const stops = name === "tour" ? stopsOf() : [];
  return new Set((stops[place]?.keys ?? []).flatMap(boxesFor));
}

// --- the tour -------------------------------------------------------------------------------------

function stopsOf() {
  const of = (section) => Object.keys(MODEL.elements).filter((key) => key.startsWith(`${section}/`));
  const opens = new Set(MODEL.ties.filter(([, target]) => target.startsWith("provisions/")).map(([source]) => source));
  const parts = MODEL.components.map((each) => {
    const keys = PROVISIONS.filter((key) => MODEL.elements[key].component === each.id);
    return { title: say("tourPart", each.number, each.title), text: say("tourPartText", keys.length), keys };
  });
  const open = of("questions");
  return [
    { title: say("tourWhole"), text: MODEL.summary || MODEL.title, keys: [], lang: "en" },
    { title: say("tourStarts"), text: say("tourStartsText"), keys: of("facts").filter((key) => opens.has(key)) },
    ...parts,
    { title: say("tourFinds"), text: say("tourFindsText"), keys: of("determinations"), said: (key) => MODEL.elements[key].rows.find(([term]) => term === "Found by")?.[1] },
    { title: say("tourOpen"), text: "", keys: open },
    { title: say("tourPlay"), text: say("tourPlayText"), keys: [], play: true },
  ].filter((stop) => stop.keys.length > 0 || stop.text !== "");
}

function tour(place) {
  const stops = stopsOf();
  const at = Math.min(place, stops.length - 1);
  const stop = stops[at];
  const go = (to) => change({ lesson: `tour-${to}`, at: "" });
  return [
    make("p", { class: "kind" }, say("tourStep", at + 1, stops.length)),
    heading(2, stop.title),
    stop.text ? make("p", { class: "lead", lang: stop.lang }, stop.text) : null,
    stop.keys.length > 0 ? make("ul", { class: "list" }, stop.keys.map((key) => make("li", {}, keyButton(key), stop.said?.(key) ? quoted(` ${stop.said(key)}`, "span", { class: "quiet" }) : null))) : null,
    stop.play ? make("p", {}, MODEL.scenarios.slice(0, 3).map((each) => button(say("goPlay", each.title), () => change({ mode: "play", scenario: each.id, reading: "", turn: "" })))) : null,
    make("div", { class: "pair" }, at > 0 ? button(say("tourBack"), () => go(at - 1), { "data-key": "tour-back" }) : null, at < stops.length - 1 ? button(say("tourNext"), () => go(at + 1), { class: "strong", "data-key": "tour-next" }) : null),
  ];
}

// --- predict, then look ---------------------------------------------------------------------------

/** Steps of the shipped scenarios at which something becomes due, each with what did and what did not. */
function riddles() {
  const found = [];
  for (const { id, title } of MODEL.scenarios) {
    const question = { scenario: id, reading: readingFor(id), rule: "" };
    const ran = run(question);
    ran.turns.forEach((turn, place) => {
      if (turn.kind === "start") return;
      const fresh = newlyDue(ran, place);
      if (fresh.size > 0 && fresh.size <= MOST - 1) found.push({ scenario: id, title, question, ran, place, fresh });
    });
  }
  return found;
}

/** The provisions with a position that surely is due now and was not before. */
function newlyDue(ran, place) {
  const due = (turn, index) => standing(ran, turn, index).kind === "ACTIVE";
  const those = ran.turns[place].changed.filter((index) => due(place, index) && !due(place - 1, index));
  return new Set(those.map((index) => `provisions/${ran.program.positions[index].provision}`));
}

function candidates({ fresh, place }) {
  const others = PROVISIONS.filter((key) => !fresh.has(key));
  const stride = Math.max(1, Math.floor(others.length / (MOST - fresh.size)));
  const picked = others.filter((_, at) => at % stride === place % stride).slice(0, MOST - fresh.size);
  const chosen = new Set([...fresh, ...picked]);
  return PROVISIONS.filter((key) => chosen.has(key));
}

function quiz(place) {
  const every = riddles();
  if (every.length === 0) return [heading(2, say("quiz")), make("p", {}, say("noneNew"))];
  const riddle = every[place % every.length];
  const turn = riddle.ran.turns[riddle.place];
  const before = riddle.ran.turns.slice(1, riddle.place).map((each) => `${dayWords(each.day)}: ${deeds(each).join("; ")}`);
  const boxes = candidates(riddle).map((key) => {
    const box = make("input", { type: "checkbox", value: key });
    return { key, box, row: make("li", {}, make("label", {}, box, " ", make("span", { lang: langOf(key) }, titleOf(key)))) };
  });
  const result = make("div", { role: "status" });
  const look = button(say("reveal"), () => reveal(riddle, boxes, result, look), { class: "strong", "data-key": "reveal" });
  return [
    make("p", { class: "kind" }, `${say("quiz")} · ${riddle.title} · ${say("tourStep", (place % every.length) + 1, every.length)}`),
    make("ul", { class: "before" }, before.map((text) => make("li", {}, text))),
    heading(2, `${dayWords(turn.day)}: ${deeds(turn).join("; ")}`),
    make("fieldset", {}, make("legend", {}, say("quizLead")), make("ul", { class: "riddle" }, boxes.map(({ row: each }) => each))),
    look,
    result,
    make("div", { class: "pair" }, button(say("nextQuestion"), () => change({ lesson: `quiz-${(place % every.length) + 1}` }))),
  ];
}

function reveal({ scenario, place, fresh }, boxes, result, look) {
  const right = boxes.every(({ key, box }) => box.checked === fresh.has(key));
  for (const { key, box, row: each } of boxes) {
    box.disabled = true;
    each.className = fresh.has(key) ? "is-new" : "";
    if (fresh.has(key)) each.append(make("b", {}, ` ${term(MODEL.elements[key].due)}`));
  }
  look.remove();
  const replay = button(say("replay"), () => change({ mode: "play", scenario, reading: "", rule: "", turn: String(place) }), { "data-key": "replay" });
  result.replaceChildren(make("p", { class: "lead" }, say(right ? "right" : "wrong")), replay);
  replay.focus();
}

/** The words for how a promise stands: its mark, the word, what it means, and the state of the language. */
function standingWords() {
  const states = MODEL.programs[""].states.flatMap((state) => {
    if (state !== "ACTIVE") return [[state, term(MODEL.states[state]), say(`means-${state}`), state]];
    return [["ACTIVE", term("due"), say("means-due"), state], ["MAY", term("may be used"), say("means-may"), state]];
  });
  return [...states, ["SEVERAL", say("undetermined"), say("meansUndetermined"), ""], ["", say("notDue"), say("meansNotDue"), ""]];
}

function glossaryShown() {
  return [
    heading(2, say("glossary")),
    make("p", { class: "lead" }, say("glossaryLead")),
    make("details", { open: true }, make("summary", {}, say("standingWords")), make("dl", { class: "glossary standings" }, standingWords().map(([mark, word, meaning, state]) => [make("dt", {}, mark ? markOf(mark) : null, word, state ? make("code", {}, state) : null), make("dd", {}, meaning)]))),
    MODEL.glossary.map(({ title, words }) =>
      make("details", { lang: "en" }, make("summary", {}, title), make("dl", { class: "glossary" }, words.map(([word, meaning, scheme]) => [make("dt", {}, word), make("dd", {}, meaning, scheme ? make("span", { class: "small quiet" }, ` [${scheme}]`) : null)]))),
    ),
  ];
}
