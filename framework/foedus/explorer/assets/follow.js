// One position through the lifecycle: from each state that it may be in, to where it comes to rest. A guard that
// is unknown is fixed to true and to false for the whole instant, and both ways are followed; the union of where
// they lead is the position's new value.

import { after } from "./clock.js";
import { truthOf, union, unknownsOf } from "./questions.js";
import { ACTS, bit, configOf, inOrder, keyOf } from "./world.js";

/** What becomes of a position at an instant: its value, whether it may have moved, and the states it passed. */
export function settle(world, index, instant, before, touched) {
  const plan = world.program.positions[index];
  const acts = instant.acts.get(index) ?? {};
  const left = world.left.get(index) ?? new Set();
  const known = new Map(ACTS.map((act) => [act, act in acts]));
  known.set("withdrawn", world.left.size > 0 && plan.bearers.every((bearer) => left.has(bearer)));
  const at = { world, index, plan, instant, acts, known, mattered: new Set(), moved: false, expired: false, passed: 0 };
  const configs = new Map();
  for (const { config, why } of inOrder(world.program, before.configs)) {
    at.passed |= bit(world.program, config.state);
    const rests = !touched && !concerned(at, config);
    const ends = rests ? new Map([[keyOf(config), { config, why }]]) : followed(at, config, why, new Map());
    for (const { config: end, why: path } of ends.values()) {
      const kept = clockPutAway(instant, end);
      if (!configs.has(keyOf(kept))) configs.set(keyOf(kept), { config: kept, why: path });
    }
  }
  return { value: valued(at, before, configs), moved: at.moved, passed: at.passed };
}

function concerned(at, config) {
  return config.state === "ACTIVE" && (Object.keys(at.acts).length > 0 || ranOut(at.instant, config));
}

function ranOut(instant, config) {
  return config.due !== null && config.due <= instant.expired;
}

/** Where a state comes to rest, with some unknown guards fixed. */
function followed(at, config, why, fixed) {
  for (const move of at.plan.moves[config.state]) {
    const [tests, , , usesClock] = move;
    let doubt = null;
    let applies = true;
    for (const [name, wanted] of tests) {
      const value = fixed.has(name) ? fixed.get(name) : at.known.has(name) ? at.known.get(name) : guard(at, name, config);
      if (value === null) doubt = doubt ?? name;
      else if (value !== wanted) {
        applies = false;
        break;
      }
    }
    if (!applies) continue;
    if (doubt !== null) return forked(at, config, why, fixed, doubt);
    const end = endOf(at, move, config);
    if (keyOf(end) !== keyOf(config)) {
      at.moved = true;
      at.passed |= bit(at.world.program, end.state);
      at.expired = at.expired || usesClock;
      return followed(at, end, firing(at, move, config, end, why, fixed), fixed);
    }
  }
  return new Map([[keyOf(config), { config, why }]]);
}

function forked(at, config, why, fixed, name) {
  const met = followed(at, config, why, new Map(fixed).set(name, true));
  const unmet = followed(at, config, why, new Map(fixed).set(name, false));
  if (met.size !== unmet.size || [...met.keys()].some((key) => !unmet.has(key))) at.mattered.add(name);
  const key = keyOf(config);
  if (met.has(key) || unmet.has(key)) met.set(key, { config, why }); // to stay is older than to come back
  return new Map([...unmet, ...met]);
}

/** A guard that has not been asked yet; those about the state itself are asked of every state. */
function guard(at, name, config) {
  if (name === "deadline_passed") return ranOut(at.instant, config);
  if (name === "taken_up") return config.done !== null || at.plan.choice === null ? config.done === true : at.world.choice();
  const value = name === "concluded" ? at.world.concluded[at.index] : truthOf(at.plan.gates[name], at.world);
  at.known.set(name, value);
  return value;
}

/** The state to which a row leads, with its clock and what it remembers. */
function endOf(at, [, target, records], config) {
  if (records !== null) return { ...config, done: records };
  if (target === "SUSPENDED") return configOf("SUSPENDED", { back: config.state, done: config.done });
  const state = target ?? config.back ?? "STANDBY";
  const done = target === null ? config.done : null;
  return configOf(state, { due: state === "ACTIVE" ? clockFrom(at) : null, done });
}

/** The minute up to which a clock that starts now runs: the earlier of a time and a day; null where there is none. */
function clockFrom({ plan: { deadline, due_by: dueBy }, instant: { minute, dated } }) {
  const ends = deadline === null ? [] : [after(deadline, minute, dated)];
  if (dueBy !== null && dated && dueBy >= minute) ends.push(dueBy);
  return ends.length > 0 ? Math.min(...ends) : null;
}

function firing(at, [tests], config, end, why, fixed) {
  const certain = !tests.some(([name]) => fixed.has(name));
  const { minute, dated } = at.instant;
  return { minute, dated, start: config.state, end: end.state, tests, place: placeOf(at, tests), certain, before: why };
}

/** Where the guard is written: the act, the condition, the deadline; else what it rests on. */
function placeOf(at, tests) {
  for (const [name] of tests) {
    if (name in at.acts) return at.acts[name];
    if (name in at.plan.gates) return at.plan.places[name];
    if (name === "deadline_passed") return at.plan.places.deadline;
  }
  const entering = tests.length > 0 && tests[0][0] === "concluded";
  return entering && at.plan.instrument ? at.plan.places.instrument : at.plan.place;
}

function clockPutAway(instant, config) {
  return ranOut(instant, config) ? { ...config, due: null } : config;
}

function valued(at, before, configs) {
  const held = [...configs.values()].map((each) => each.config);
  const mask = held.reduce((sum, config) => sum | bit(at.world.program, config.state), 0);
  if (held.length === 1) return { configs, mask, delivered: honoured(at, held[0]), unknowns: new Set() };
  const delivered = new Set(held.map((config) => honoured(at, config)));
  const late = at.expired && before.configs.size > 1 ? new Set([at.plan.late]) : new Set();
  const unknowns = union([before.unknowns, ...[...at.mattered].map((name) => reasons(at, name)), late]);
  return { configs, mask, delivered: delivered.size === 1 ? [...delivered][0] : null, unknowns };
}

function honoured(at, config) {
  if (config.state !== "ACTIVE") return config.state === "FULFILLED";
  if (at.plan.choice === null) return at.plan.kept_up;
  return config.done ?? at.world.choice();
}

/** Why a guard is unknown. */
function reasons(at, name) {
  if (name === "concluded") return new Set([at.plan.open_conclusion]);
  if (name === "taken_up") return at.plan.choice === null ? new Set() : new Set([at.plan.choice]);
  return unknownsOf(at.plan.gates[name], at.world);
}
