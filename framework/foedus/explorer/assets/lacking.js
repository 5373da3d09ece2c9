// What a position lacks to be due: the smallest sets of facts, findings, consents and states of other provisions
// that would do. A need is a question and the answer that is wanted; null asks whether the text is concluded.

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
  if (guards.length === 0) return { sets: [], complete: true };
  const search = { world, complete: true, bothWays: askedBothWays(plan, guards) };
  let ways = [new Map()];
  for (const name of guards) ways = both(search, ways, guardOf(search, index, plan, name));
  const lacked = least(search, ways.map((way) => notSoYet(world, way)));
  const sets = lacked.filter((way) => way.size > 0 && suffices(world, plan, guards, way));
  return { sets: sets.map((way) => [...way.values()]), complete: search.complete };
}

/** What helps in one place and hinders in another: no set may ask for it otherwise where it is as wanted. */
function askedBothWays(plan, guards) {
  const needs = new Set(guards.flatMap((name) => (name in plan.gates ? needsOf(plan.gates[name], name !== "terminates_when") : [])));
  return new Set([...needs].filter((key) => needs.has(turned(key))));
}

function needsOf(question, wanted) {
  const [kind, first, second] = question;
  if (kind === "not") return needsOf(first, !wanted);
  if (kind === "count") return second.flatMap((part) => needsOf(part, wanted));
  return [keyOfNeed(question, wanted)];
}

/** The need for the other answer to the same question. */
function turned(key) {
  const [bare, wanted] = JSON.parse(key);
  return JSON.stringify([bare, !wanted]);
}

function notSoYet(world, way) {
  return new Map([...way].filter(([, { question, wanted }]) => question === null || truthOf(question, world) !== wanted));
}

function guardOf(search, index, plan, name) {
  if (name === "concluded") return search.world.concluded[index] === true ? [new Map()] : [single(null, true)];
  return name in plan.gates ? waysOf(search, plan.gates[name], name !== "terminates_when") : [new Map()];
}

function single(question, wanted) {
  return new Map([[keyOfNeed(question, wanted), { question, wanted }]]);
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
  const kept = search.bothWays.has(keyOfNeed(question, wanted));
  return truthOf(question, search.world) === wanted && !kept ? [new Map()] : [single(question, wanted)];
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
  return least(search, joined.filter((way) => ![...way.keys()].some((key) => search.bothWays.has(key) && way.has(turned(key)))));
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

/** Whether the guards are met once nothing of a set is lacking; not, where it contradicts itself. */
function suffices(world, plan, guards, way) {
  return guards.every((name) => !(name in plan.gates) || granted(world, plan.gates[name], way) === (name !== "terminates_when"));
}

function granted(world, question, way) {
  const [kind, first, second] = question;
  if (kind === "not") {
    const value = granted(world, first, way);
    return value === null ? null : !value;
  }
  if (kind === "count") {
    const values = second.map((part) => granted(world, part, way));
    const met = values.filter((value) => value === true).length;
    const open = values.filter((value) => value === null).length;
    return met >= first ? true : met + open >= first ? null : false;
  }
  const [so, notSo] = [true, false].map((wanted) => way.has(keyOfNeed(question, wanted)));
  if (so || notSo) return so && notSo ? null : so;
  return truthOf(question, world);
}
