// Why a position stands as it does, and what it lacks: its history, and its conditions with what each comes to.

import { button, heading, make } from "./element.js";
import { lacking } from "./lacking.js";
import { markOf } from "./marks.js";
import { MODEL } from "./model.js";
import { keyButton } from "./panel.js";
import { truthOf } from "./questions.js";
import { reasonShown } from "./reasons.js";
import { actorName, dayWords, deeds, inNumberOrder, positionsOf, run, standing, stateWords, turnOf } from "./runs.js";
import { change, state } from "./state.js";
import { dayOf } from "./clock.js";
import { narrow } from "./width.js";
import { around, say } from "./words.js";

const MOST_SHOWN = 5;
const MOST_NAMED = 15;
const GATES = ["terminates_when", "enters_when", "in_force_while", "trigger", "requires"];

/** How the chosen element stands in a run, for the panel: of a provision each position, of a fact its truth. */
export function account(question) {
  const found = run(question);
  const turn = turnOf(found);
  if (found.refused.length > 0) return [];
  if (!state.at) return outlook(found, turn);
  const [section, id] = state.at.split("/");
  if (section === "provisions") return positionsOf(found.program, id).map((index) => position(found, turn, index));
  const truth = truthOfElement(found, turn, state.at);
  return truth === undefined ? [] : [make("section", { class: "stands" }, verdict(truth))];
}

const OUTLOOK = ["BREACHED", "ACTIVE", "MAY", "SEVERAL", "SUSPENDED", "LAPSED", "FULFILLED"];

/** Where things stand at a turn, when nothing is chosen: what is due, and what is open with what leaves it so. */
function outlook(found, turn) {
  const groups = new Map();
  for (const index of inNumberOrder(found.program)) {
    const { mark, short } = standing(found, turn, index);
    if (OUTLOOK.includes(mark)) groups.set(short, { mark, those: [...(groups.get(short)?.those ?? []), index] });
  }
  const ordered = [...groups].sort(([a, one], [b, other]) => OUTLOOK.indexOf(one.mark) - OUTLOOK.indexOf(other.mark) || a.localeCompare(b, say("locale")));
  return [
    make("p", { class: "kind" }, say("after")),
    heading(2, turn === 0 ? say("start") : `${dayWords(found.turns[turn].day)}: ${deeds(found.turns[turn]).join("; ")}`),
    ordered.map(([words, { mark, those }]) =>
      make(
        "details",
        { open: mark === "SEVERAL" && !narrow.matches, class: "group" },
        make("summary", {}, markOf(mark), `${words} (${keysOf(found, those).length})`),
        mark === "SEVERAL" ? openOnes(found, turn, those) : namesOf(found, those),
      ),
    ),
    make("p", { class: "small" }, button(say("standingAsked"), () => change({ mode: "learn", lesson: "glossary", at: "" }), { class: "link" })),
  ];
}

function keysOf(found, indices) {
  return [...new Set(indices.map((index) => `provisions/${found.program.positions[index].provision}`))];
}

/** Provisions by name, as many as can be read at once; the others are counted, and stand in the table. */
function namesOf(found, indices) {
  const keys = keysOf(found, indices);
  const more = keys.length > MOST_NAMED ? make("li", { class: "quiet" }, say("moreBelow", keys.length - MOST_NAMED)) : null;
  return make("ul", { class: "list" }, keys.slice(0, MOST_NAMED).map((key) => make("li", {}, keyButton(key))), more);
}

/** What is open, by what leaves it open; the reason that touches most comes first. */
function openOnes(found, turn, indices) {
  const reasons = new Map();
  for (const index of indices) {
    for (const key of found.turns[turn].seen.values[index].unknowns) reasons.set(key, [...(reasons.get(key) ?? []), index]);
  }
  const ordered = [...reasons].sort(([one, some], [other, others]) => others.length - some.length || (one < other ? -1 : 1));
  const isOwn = ([key, those]) => key.startsWith("concluded|") && keysOf(found, those).join() === `provisions/${key.split("|")[1]}`;
  const alone = new Set(ordered.filter(isOwn).flatMap(([, those]) => those));
  const own = indices.filter((index) => alone.has(index));
  return [
    ordered.filter((each) => !isOwn(each)).map(([key, those]) => [make("p", { class: "reason" }, reasonShown(found.program, key, false)), namesOf(found, those)]),
    own.length > 0 ? [make("p", { class: "reason" }, say("openOwnTexts")), namesOf(found, own)] : null,
  ];
}

/** Whether a fact is so or a finding made at a turn; undefined for what has no truth. */
export function truthOfElement(found, turn, key) {
  const [section, id] = key.split("/");
  const { seen } = found.turns[turn];
  if (section === "facts") return seen.facts[found.program.facts.findIndex((fact) => fact.id === id)];
  if (section !== "determinations") return undefined;
  const values = [...seen.findings].filter(([name]) => name.startsWith(`${id}|`)).map(([, value]) => value);
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

export function kindOfTruth(truth) {
  return truth === true ? "TRUE" : truth === false ? "FALSE" : "SEVERAL";
}

function verdict(truth) {
  return make("p", { class: "verdict" }, markOf(kindOfTruth(truth)), say(truth === true ? "yes" : truth === false ? "no" : "maybe"));
}

function position(found, turn, index) {
  const plan = found.program.positions[index];
  const { seen } = found.turns[turn];
  const { mark, words, states } = standing(found, turn, index);
  return make(
    "section",
    { class: "stands" },
    make("p", { class: "verdict" }, markOf(mark), make("b", {}, words), make("span", { class: "quiet" }, ` · ${actorName(plan.obligor)}`)),
    missing(found, seen, index, states),
    why(found, turn, index),
    unknowns(found.program, seen.values[index].unknowns, plan.provision),
  );
}

/** What is missing, in the fewest things first; then every condition ahead, part by part. */
function missing(found, seen, index, states) {
  const plan = found.program.positions[index];
  const shut = states.includes("INACTIVE") && seen.concluded[index] !== true;
  const lacks = states.map((each) => [each, lacking(seen, index, each)]).filter(([, { sets }]) => sets.length > 0);
  const gates = GATES.filter((gate) => gate in plan.gates);
  return [
    lacks.length > 0 ? heading(3, say("missing")) : null,
    lacks.map(([each, sets]) => setsShown(found, plan, sets, states.length > 1 ? say("whileIn", stateWords(each, plan.provision)) : "")),
    gates.length > 0 || shut
      ? make("details", {}, make("summary", {}, say("gates")), make("ul", { class: "tree" }, shut ? leaf(seen.concluded[index], say("concluded")) : null, gates.map((gate) => gateShown(found, seen, plan, gate))))
      : null,
  ];
}

/** The smallest sets of what would be enough, so many as can be read; all are counted. */
function setsShown(found, plan, { sets, complete }, when) {
  const count = complete ? String(sets.length) : say("orMore", sets.length);
  const told = sets.length > 1 ? say("oneOfSets", count) : say("allOfThis");
  const shown = sets.slice(0, MOST_SHOWN).map((set) => make("li", {}, make("ul", { class: "list" }, set.map((need) => make("li", {}, needShown(found, plan, need))))));
  return [
    make("p", { class: "small quiet" }, when ? `${when}: ${told}` : told),
    make("ol", { class: sets.length > 1 ? "sets" : "sets only" }, shown),
    sets.length > MOST_SHOWN ? make("p", { class: "small quiet" }, say("moreSets", complete ? sets.length - MOST_SHOWN : say("orMore", sets.length - MOST_SHOWN))) : null,
  ];
}

function needShown(found, plan, { question, wanted }) {
  const no = wanted ? "" : ` (${say("mustNot")})`;
  if (question === null) return say("concluded");
  const [kind, first] = question;
  const finder = kind === "finding" ? first.split("|")[1] : "";
  return [phraseOf(found.program, question), finder ? ` (${actorName(finder)})` : "", no];
}

function gateShown(found, seen, plan, gate) {
  return make("li", {}, make("b", {}, say(gate)), make("ul", {}, condition(found, seen, plan.gates[gate])), make("code", { class: "place" }, plan.places[gate]));
}

/** A condition as a tree, each part with its truth. */
function condition(found, seen, question) {
  const [kind, first, second] = question;
  const truth = truthOf(question, seen);
  const { program } = found;
  switch (kind) {
    case "count": {
      const words = first === second.length ? say("allOf") : first === 1 ? say("anyOf") : say("someOf", first);
      return leaf(truth, words, make("ul", {}, second.map((part) => condition(found, seen, part))));
    }
    case "not":
      return leaf(truth, say("notThis"), make("ul", {}, condition(found, seen, first)));
    case "nobody":
      return leaf(truth, phraseOf(program, question), make("ul", {}, condition(found, seen, first)));
    default:
      return leaf(truth, phraseOf(program, question));
  }
}

/** What a condition that holds no other asks. */
function phraseOf(program, [kind, first, second, third]) {
  switch (kind) {
    case "fact":
      return keyButton(`facts/${program.facts[first].id}`);
    case "finding":
      return keyButton(`determinations/${first.split("|")[0]}`);
    case "nobody":
      return say("nobodyFinds");
    case "state":
      return aboutProvision("isState", program, first, statesIn(program, second, first));
    case "reached":
      return aboutProvision("wasState", program, first, statesIn(program, third, first));
    case "delivered":
      return aboutProvision("isDelivered", program, first);
    default:
      return say("undeclared");
  }
}

/** A sentence about another provision, with its name as a way to it. */
function aboutProvision(key, program, positions, states = "") {
  return around(key, keyButton(`provisions/${program.positions[positions[0]].provision}`), states);
}

function leaf(truth, ...parts) {
  const words = say(truth === true ? "yes" : truth === false ? "no" : "maybe");
  return make("li", { class: `truth-${truth}` }, markOf(kindOfTruth(truth)), make("span", { class: "unseen" }, `${words}: `), parts);
}

function statesIn(program, mask, positions) {
  return program.states.filter((_, place) => mask & (1 << place)).map((each) => stateWords(each, program.positions[positions[0]].provision)).join(` ${say("orWord")} `);
}

/** What led to each state that is possible, oldest first. */
function why(found, turn, index) {
  const paths = [...found.turns[turn].seen.values[index].configs.values()].map(({ why: last }) => chain(last));
  const told = paths.map((firings, place) => [
    paths.length > 1 ? make("p", { class: "kind" }, say(place === 0 ? "either" : "or")) : null,
    firings.length === 0
      ? make("p", { class: "quiet" }, say("whyNothing"))
      : make("ol", { class: "why" }, firings.map((each) => firingShown(each, found.program.positions[index].provision))),
  ]);
  return make("details", { open: true }, make("summary", {}, say("why")), told);
}

function chain(last) {
  const found = [];
  for (let at = last; at; at = at.before) found.unshift(at);
  return found;
}

function firingShown({ minute, dated, start, end, tests, place, certain }, provision) {
  const turned = [...new Set([start, end])].map((each) => stateWords(each, provision)).join(" → ");
  const reason = tests.length > 0 ? tests.map(([name, wanted]) => say(`guard-${wanted ? "" : "not-"}${name}`)).join(", ") : say("guard-none");
  return make(
    "li",
    {},
    make("span", { class: "quiet" }, `${dayWords(dayOf(minute, dated))} · `),
    turned,
    make("span", { class: "small" }, ` (${certain ? reason : say("perhapsSo", reason)})`),
    place ? make("code", { class: "place" }, place) : null,
  );
}

function unknowns(program, keys, provision) {
  if (keys.size === 0) return null;
  const items = [...keys].sort().map((key) => {
    const [, subject, , place] = key.split("|");
    return make("li", {}, reasonShown(program, key, subject === provision), place ? make("code", { class: "place" }, place) : null);
  });
  return make("div", {}, heading(3, say("unknowns")), make("ul", {}, items));
}
