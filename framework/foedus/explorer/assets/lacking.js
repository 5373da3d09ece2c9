// What a position lacks to be due: the smallest sets of facts, findings, consents and states of other provisions
// that would do. A need is a question and the answer that is wanted; null asks whether the text is concluded. What is
// as wanted, and has to stay so where elsewhere another answer is wanted, is kept: a need that is not told.

import { truthOf } from "./questions.js";

const MOST_SETS = 200;
const AHEAD = {
  INACTIVE: ["terminates_when", "concluded", "enters_when", "in_force_while", "trigger", "requires"],
  STANDBY: ["terminates_when", "in_force_while", "trigger", "requires"],
  PENDING: ["terminates_when", "in_force_while", "trigger", "requires"],
  SUSPENDED: ["terminates_when", "in_force_while", "trigger", "requires"],
};

/** The sets that a position lacks in one state, smallest first; `complete` is false where more exist. */
export function lacking(world, index, state) {
  const plan = world.program.positions[index];
  const guards = AHEAD[state] ?? [];
  const search = { world, complete: true, bothWays: bothWays(plan, guards) };
  if (guards.length === 0) return { sets: [], complete: true };
  let ways = [new Map()];
  for (const name of guards) ways = both(search, ways, guardOf(search, index, plan, name));
  const told = ways.map((way) => new Map([...way].filter(([, need]) => !need.kept)));
  const sets = least(search, told).filter((way) => way.size > 0);
  return { sets: sets.map((way) => [...way.values()]), complete: search.complete };
}

function guardOf(search, index, plan, name) {
  if (name === "concluded") return search.world.concluded[index] === true ? [new Map()] : [single(null, true)];
  return name in plan.gates ? waysOf(search, plan.gates[name], name !== "terminates_when") : [new Map()];
}

function single(question, wanted, kept = false) {
  return new Map([[keyOfNeed(question, wanted), { question, wanted, kept }]]);
}

/** The questions that help one guard, or one part of it, and hinder another, by the key of a need. */
function bothWays(plan, guards) {
  const asked = new Set();
  for (const name of guards) if (name in plan.gates) askedIn(plan.gates[name], name !== "terminates_when", asked);
  return asked;
}

function askedIn(question, wanted, asked) {
  const [kind, first, second] = question;
  if (kind === "not") askedIn(first, !wanted, asked);
  else if (kind === "count") for (const part of second) askedIn(part, wanted, asked);
  else asked.add(keyOfNeed(question, wanted));
}

/** Two conditions that ask one question lack one thing; where it is asked makes no difference. */
function keyOfNeed(question, wanted) {
  const bare = question?.[0] === "undeclared" ? ["undeclared", question[1].split("|", 2)] : question;
  return JSON.stringify([bare, wanted]);
}

function waysOf(search, question, wanted) {
  const [kind, first, second] = question;
  if (kind === "not") return waysOf(search, first, !wanted);
  if (kind === "count") {
    const parts = second.map((part) => waysOf(search, part, wanted));
    return several(search, wanted ? first : parts.length - first + 1, parts);
  }
  if (truthOf(question, search.world) !== wanted) return [single(question, wanted)];
  return [search.bothWays.has(keyOfNeed(question, !wanted)) ? single(question, wanted, true) : new Map()];
}

/** What is lacking for so many of some parts at once. */
function several(search, needed, parts) {
  const reached = [[new Map()], ...Array.from({ length: Math.max(needed, 0) }, () => [])];
  for (const part of parts) {
    for (let got = reached.length - 1; got > 0; got -= 1) {
      reached[got] = least(search, [...reached[got], ...both(search, reached[got - 1], part)]);
    }
  }
  return reached.at(-1);
}

/** What is lacking for two things at once; nothing can be so and not so. */
function both(search, some, others) {
  const joined = some.flatMap((one) => others.map((other) => new Map([...one, ...other])));
  return least(search, joined.filter((way) => !contradicts(way)));
}

function contradicts(way) {
  return [...way.values()].some(({ question, wanted }) => way.has(keyOfNeed(question, !wanted)));
}

/** The sets that hold no other, smallest first, as many as are kept. */
function least(search, ways) {
  const named = [...new Map(ways.map((way) => [[...way.keys()].sort().join(), way]))].sort(([one, a], [other, b]) => a.size - b.size || (one < other ? -1 : one > other ? 1 : 0));
  const kept = [];
  for (const [, way] of named) {
    if (kept.some((other) => [...other.keys()].every((key) => way.has(key)))) continue;
    if (kept.length === MOST_SETS) {
      search.complete = false;
      break;
    }
    kept.push(way);
  }
  return kept;
}
