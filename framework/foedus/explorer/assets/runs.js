// Runs: a scenario in a reading, with the choices of whoever may act, played by the engine and asked about.

import { dayOf, DAY } from "./clock.js";
import { MODEL, PROVISIONS, titleOf } from "./model.js";
import { play } from "./play.js";
import { state } from "./state.js";
import { say, term } from "./words.js";

export const OWN = "own";
const UNNAMED = { unspecified: "nobodyNamed", "(together)": "allTogether" };
const kept = new Map();

/** What is to be run: the scenario, the reading (empty: the text as it stands), and the rule for choices. */
export function asked() {
  const scenario = state.scenario || MODEL.scenarios[0]?.id || OWN;
  return { scenario, reading: state.reading || readingFor(scenario), rule: state.rule };
}

/** The run to lay beside, or null. */
export function askedBeside() {
  if (!state.beside) return null;
  const [scenario, reading, rule] = state.beside.split("|");
  return { scenario, reading: reading ?? "", rule: rule ?? "" };
}

export function readingFor(id) {
  return MODEL.scenarios.find((each) => each.id === id)?.reading ?? "";
}

/** The text without any reading is asked for by this name, so that it differs from what a scenario says. */
export const PLAIN = "-";

function programOf(reading) {
  return MODEL.programs[reading === PLAIN ? "" : reading] ?? MODEL.programs[""];
}

/** Play what is asked for; the same question is played once. */
export function run(question) {
  const key = JSON.stringify([question, question.scenario === OWN ? state.own : ""]);
  if (!kept.has(key)) {
    if (kept.size > 40) kept.clear();
    kept.set(key, fresh(question));
  }
  return kept.get(key);
}

function fresh({ scenario, reading, rule }) {
  const program = programOf(reading);
  const terms = scenario === OWN ? ownTerms(program) : termsOf(scenario, reading);
  const told = rule ? { ...terms, rule } : terms;
  return { program, scenario: told, ...play(program, told) };
}

function termsOf(id, reading) {
  const found = MODEL.scenarios.find((each) => each.id === id) ?? MODEL.scenarios[0];
  return found.runs[reading === PLAIN ? "" : reading] ?? found.runs[""];
}

/** An empty scenario of one's own, or a shipped one to be changed. */
export function draftOf(id) {
  if (id === OWN || !MODEL.scenarios.some((each) => each.id === id)) return { dated: false, rule: "open", concluded: {}, facts: {}, acts: [] };
  const found = MODEL.scenarios.find((each) => each.id === id);
  const told = termsOf(id, found.reading);
  const acts = told.instants.flatMap(([when, those]) =>
    those.map(({ verb, subject, by, value }) => [dayOf(when, told.dated), verb, subject, by, value]),
  );
  const facts = Object.fromEntries(Object.entries(told.facts).map(([fact, [truth]]) => [fact, truth]));
  return { from: id, dated: told.dated, rule: told.rule, horizon: told.horizon / DAY, concluded: told.concluded, facts, acts };
}

export function draft() {
  try {
    return { ...draftOf(OWN), ...JSON.parse(state.own) };
  } catch {
    return draftOf(OWN);
  }
}

export function dayNumber(day, dated) {
  if (!dated) return Math.trunc(Number(day)) || 0;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) ? 1 : Math.round(moment / 86400000) + 719163;
}

function ownTerms(program) {
  const { dated, rule, horizon, concluded, facts, acts } = draft();
  const byDay = new Map();
  for (const [day, verb, subject, by, value] of acts) {
    const when = dayNumber(day, dated) * DAY;
    if (!byDay.has(when)) byDay.set(when, []);
    byDay.get(when).push({ verb, subject, by: by || null, value, place: "" });
  }
  const instants = [...byDay].sort(([one], [other]) => one - other);
  const days = instants.map(([when]) => when);
  const last = Math.max(...days, horizon === undefined ? -Infinity : horizon * DAY, days.length ? -Infinity : 0);
  const first = days.length > 0 ? days[0] : 0;
  const open = Object.entries(facts).map(([id, truth]) => [id, [truth, program.facts.find((fact) => fact.id === id)?.unknown ?? ""]]);
  return {
    dated,
    rule,
    start: dated ? first : Math.min(first, 0),
    horizon: last,
    concluded,
    facts: Object.fromEntries(open),
    instants,
    refused: contradictions(program, instants),
  };
}

/** What is said in two ways on one day. */
export function contradictions(program, instants) {
  const found = new Set();
  for (const [, acts] of instants) {
    const first = new Map();
    for (const act of acts) {
      for (const [thing, value] of claims(program, act)) {
        if (first.has(thing) && first.get(thing) !== value) found.add(say("contradiction", titleOf(keyOfAct(act))));
        if (!first.has(thing)) first.set(thing, value);
      }
    }
  }
  return [...found];
}

function claims(program, { verb, subject, by, value }) {
  if (verb === "happens") return Object.entries(program.events[subject] ?? {}).map(([fact, truth]) => [`fact|${fact}`, truth]);
  if (verb === "set") return [[`fact|${subject}`, value]];
  if (verb === "found") {
    const each = program.determinations[subject]?.by === "each_obligor";
    return [[`finding|${subject}|${each ? (by ?? "") : ""}`, value]];
  }
  if (verb === "withdraws" || verb === "consents") return [[`party|${subject}|${by}`, verb]];
  const pair = verb === "performs" || verb === "fails" ? "duty" : "choice";
  const doers = by ? [by] : (program.of[subject] ?? []).flatMap((index) => program.positions[index].bearers);
  return doers.map((doer) => [`${pair}|${subject}|${doer}`, verb]);
}

const SECTIONS = { happens: "events", set: "facts", found: "determinations" };

/** The element that an act is about. */
export function keyOfAct({ verb, subject }) {
  const section = SECTIONS[verb] ?? (`provisions/${subject}` in MODEL.elements ? "provisions" : "instruments");
  return `${section}/${subject}`;
}

/**
 * What a position may be in at a turn: the names of the states, the mark that they have, and how they are said: in
 * short, and with all that is possible.
 */
export function standing(found, turn, index) {
  const { program, turns } = found;
  const { provision } = program.positions[index];
  const mask = turns[turn].seen.masks[index];
  const states = program.states.filter((_, place) => mask & (1 << place));
  const words = states.map((each) => stateWords(each, provision)).join(`, ${say("orWord")} `);
  if (states.length > 1) return { kind: "SEVERAL", mark: "SEVERAL", states, short: say("undetermined"), words: say("undeterminedOf", words) };
  const [kind] = states;
  const mark = kind === "ACTIVE" && MODEL.elements[`provisions/${provision}`].modality === "may" ? "MAY" : kind;
  return { kind, mark, states, short: words, words };
}

/** A state in words; that a *may* is ACTIVE does not mean that it is due. */
export function stateWords(state, provision = "") {
  const due = MODEL.elements[`provisions/${provision}`]?.due ?? MODEL.states.ACTIVE;
  return term(state === "ACTIVE" ? due : MODEL.states[state]);
}

export function positionsOf(program, provision) {
  return program.of[provision] ?? [];
}

/** Positions of the program in the order in which their provisions are numbered. */
export function inNumberOrder(program) {
  return PROVISIONS.flatMap((key) => positionsOf(program, key.slice("provisions/".length)));
}

export function turnOf(found) {
  const last = Math.max(found.turns.length - 1, 0);
  return state.turn === "last" ? last : Math.min(Math.max(Number(state.turn) || 0, 0), last);
}

/** The last turn of another run that is not after a day. */
export function turnAt(found, day) {
  const last = found.turns.findLastIndex((turn) => turn.day <= day);
  return Math.max(last, 0);
}

export function dayWords(day) {
  if (typeof day === "number") return say("day", day);
  return new Intl.DateTimeFormat(say("locale"), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(day));
}

/** What is done at a turn, in words. */
export function deeds(turn) {
  if (turn.kind === "start") return [say("start")];
  if (turn.kind === "clock") return [say("clock")];
  const told = turn.acts.map((act) => deedWords(act));
  return told.length > 0 ? told : [say("nothingHappens")];
}

export function deedWords(act) {
  const title = titleOf(keyOfAct(act));
  if (act.verb === "happens") return title;
  const by = act.by ? ` (${actorName(act.by)})` : "";
  if (act.verb === "set") return `${title}: ${say(act.value === null ? "unknown" : String(act.value))}`;
  if (act.verb === "found") return `${title}: ${say(act.value)}${by}`;
  return `${title} ${say(act.verb)}${by}`;
}

export function actorName(id) {
  const key = ["actors", "bodies"].map((section) => `${section}/${id}`).find((each) => each in MODEL.elements);
  return key ? titleOf(key) : id in UNNAMED ? say(UNNAMED[id]) : id;
}

/** A day as a draft holds it: a whole number, or a date as text. */
export function dayOfDraft(text, dated) {
  return dated ? text : Math.trunc(Number(text)) || 0;
}

/** Why something had no effect: a sentence of the page about elements that are named by their ids. */
export function becauseWords([key, ...ids]) {
  const named = (id) => {
    const found = ["provisions", "bodies", "actors"].map((section) => `${section}/${id}`).find((each) => each in MODEL.elements);
    return found ? titleOf(found) : id;
  };
  return say(key, ...ids.map((each) => [each].flat().map(named).join(", ")));
}
