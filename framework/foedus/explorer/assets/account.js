// Why a position stands as it does, and what it lacks: its history, and its conditions with what each comes to.

import { heading, make } from "./element.js";
import { MODEL, titleOf } from "./model.js";
import { keyButton } from "./panel.js";
import { truthOf } from "./questions.js";
import { actorName, dayWords, positionsOf, run, standing, turnOf } from "./runs.js";
import { state } from "./state.js";
import { markOf } from "./stage.js";
import { dayOf } from "./clock.js";
import { say } from "./words.js";

const GATES = ["terminates_when", "enters_when", "in_force_while", "trigger", "requires"];
const AHEAD = {
  INACTIVE: ["enters_when", "in_force_while", "trigger", "requires"],
  STANDBY: ["in_force_while", "trigger", "requires"],
  PENDING: ["in_force_while", "trigger", "requires"],
  SUSPENDED: ["in_force_while", "trigger", "requires"],
};

/** How the chosen element stands in a run, for the panel: of a provision each position, of a fact its truth. */
export function account(question) {
  const found = run(question);
  if (found.refused.length > 0 || !state.at) return [];
  const [section, id] = state.at.split("/");
  const turn = turnOf(found);
  if (section === "provisions") return positionsOf(found.program, id).map((index) => position(found, turn, index));
  const truth = truthOfElement(found, turn, state.at);
  return truth === undefined ? [] : [make("section", { class: "stands" }, verdict(truth))];
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
  const { kind, words, states } = standing(found, turn, index);
  return make(
    "section",
    { class: "stands" },
    make("p", { class: "verdict" }, markOf(kind), make("b", {}, words), make("span", { class: "quiet" }, ` · ${actorName(plan.obligor)}`)),
    missing(found, seen, plan, states),
    why(found, turn, index),
    unknowns(seen.values[index].unknowns),
  );
}

function missing(found, seen, plan, states) {
  const ahead = GATES.filter((gate) => states.some((each) => (AHEAD[each] ?? []).includes(gate)));
  const lacking = ahead.filter((gate) => gate in plan.gates && truthOf(plan.gates[gate], seen) !== true);
  const shut = states.includes("INACTIVE") && seen.concluded[found.program.positions.indexOf(plan)] !== true;
  const known = GATES.filter((gate) => gate in plan.gates && !lacking.includes(gate));
  return [
    lacking.length > 0 || shut
      ? make("div", {}, heading(3, say("missing")), make("ul", { class: "tree" }, shut ? leaf(seen.concluded[found.program.positions.indexOf(plan)], say("concluded")) : null, lacking.map((gate) => gateShown(found, seen, plan, gate))))
      : null,
    known.length > 0
      ? make("details", {}, make("summary", {}, say("gates")), make("ul", { class: "tree" }, known.map((gate) => gateShown(found, seen, plan, gate))))
      : null,
  ];
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
    case "fact":
      return leaf(truth, keyButton(`facts/${program.facts[first].id}`));
    case "finding":
      return leaf(truth, keyButton(`determinations/${first.split("|")[0]}`));
    case "nobody":
      return leaf(truth, say("nobodyFinds"), make("ul", {}, condition(found, seen, first)));
    case "state":
      return leaf(truth, say("isState", provisionOf(program, first), statesIn(program, second)));
    case "reached":
      return leaf(truth, say("wasState", provisionOf(program, first), statesIn(program, question[3])));
    case "delivered":
      return leaf(truth, say("isDelivered", provisionOf(program, first)));
    default:
      return leaf(truth, say("undeclared"));
  }
}

function leaf(truth, ...parts) {
  const words = say(truth === true ? "yes" : truth === false ? "no" : "maybe");
  return make("li", { class: `truth-${truth}` }, markOf(kindOfTruth(truth)), make("span", { class: "unseen" }, `${words}: `), parts);
}

function provisionOf(program, positions) {
  return titleOf(`provisions/${program.positions[positions[0]]?.provision}`, state.language);
}

function statesIn(program, mask) {
  return program.states.filter((_, place) => mask & (1 << place)).map((each) => MODEL.states[each]).join(" or ");
}

/** What led to each state that is possible, oldest first. */
function why(found, turn, index) {
  const paths = [...found.turns[turn].seen.values[index].configs.values()].map(({ why: last }) => chain(last));
  const told = paths.map((firings, place) => [
    paths.length > 1 ? make("p", { class: "kind" }, say(place === 0 ? "either" : "or")) : null,
    firings.length === 0
      ? make("p", { class: "quiet" }, say("whyNothing"))
      : make("ol", { class: "why" }, firings.map(firingShown)),
  ]);
  return make("details", { open: true }, make("summary", {}, say("why")), told);
}

function chain(last) {
  const found = [];
  for (let at = last; at; at = at.before) found.unshift(at);
  return found;
}

function firingShown({ minute, dated, start, end, guard: words, place, certain }) {
  const turned = start === end ? MODEL.states[end] : `${MODEL.states[start]} → ${MODEL.states[end]}`;
  const reason = words.replaceAll("`", "").replaceAll("_", " ");
  return make(
    "li",
    {},
    make("span", { class: "quiet" }, `${dayWords(dayOf(minute, dated))} · `),
    turned,
    make("span", { class: "small" }, ` (${certain ? "" : "perhaps: "}${reason})`),
    place ? make("code", { class: "place" }, place) : null,
  );
}

function unknowns(keys) {
  if (keys.size === 0) return null;
  const items = [...keys].sort().map((key) => {
    const [kind, subject, obligor, place] = key.split("|");
    const section = ["facts", "determinations", "provisions", "instruments", "bodies"].find((each) => `${each}/${subject}` in MODEL.elements);
    const who = obligor && obligor !== "unspecified" ? ` (${actorName(obligor)})` : "";
    return make("li", {}, `${MODEL.open[kind] ?? kind}: `, section ? keyButton(`${section}/${subject}`) : subject, who, place ? make("code", { class: "place" }, place) : null);
  });
  return make("div", {}, heading(3, say("unknowns")), make("ul", {}, items));
}
