// One instant: positions settle group by group, and what does not read what changed is left alone. Inside a group
// whose positions wait for one another, every position is followed from its previous states against the others'
// latest, in rounds, until nothing changes; rounds that repeat without coming to rest are joined.

import { settle } from "./follow.js";
import { same, union, within } from "./questions.js";
import { put } from "./world.js";

/** Settle what was touched, what acts and clocks stir, and what these move; then record history. */
export function settleInstant(world, instant, touchedAtFirst, stirred) {
  const { positions, groups, waiting: inCircles } = world.program;
  const run = { world, instant, touched: new Set(touchedAtFirst), passed: new Map(), before: new Map() };
  const waiting = new Map();
  const wake = (index) => {
    const group = positions[index].group;
    if (!waiting.has(group)) waiting.set(group, new Set());
    waiting.get(group).add(index);
  };
  for (const index of new Set([...run.touched, ...stirred])) wake(index);
  while (waiting.size > 0) {
    const group = Math.min(...waiting.keys());
    const members = waiting.get(group);
    waiting.delete(group);
    const moved = inCircles.includes(group) ? together(run, groups[group], members) : each(run, members);
    for (const index of moved) {
      for (const reader of positions[index].readers) {
        if (positions[reader].group === group) continue;
        run.touched.add(reader);
        wake(reader);
      }
    }
  }
  record(run);
  return run;
}

const ascending = (numbers) => [...numbers].sort((one, other) => one - other);

function follow(run, index, start) {
  return settle(run.world, index, run.instant, start, run.touched.has(index));
}

/** Settle positions that do not read one another; those that may have moved come back. */
function each(run, members) {
  const results = new Map(ascending(members).map((index) => [index, follow(run, index, run.world.values[index])]));
  putAll(run, results);
  return [...results].filter(([, settled]) => settled.moved).map(([index]) => index);
}

/** Settle positions that wait for one another; those that may have moved come back. */
function together(run, inside, members) {
  const { world } = run;
  const start = new Map(inside.map((index) => [index, world.values[index]]));
  const stirred = new Set(members);
  const moved = new Set();
  const rounds = [];
  const seen = new Map();
  let turn = new Set(members);
  let join = false;
  while (turn.size > 0) {
    const results = new Map(ascending(turn).map((index) => [index, follow(run, index, start.get(index))]));
    const changed = join ? putAll(run, joinedWith(world, results)) : putAll(run, results);
    for (const [index, settled] of results) if (settled.moved) moved.add(index);
    const woken = [...readersInside(run, inside, moved)].filter((index) => !run.touched.has(index));
    for (const index of woken) {
      run.touched.add(index);
      stirred.add(index);
    }
    const reading = [...readersInside(run, inside, changed)].filter((index) => stirred.has(index));
    turn = new Set([...woken, ...reading]);
    rounds.push(new Map(inside.map((index) => [index, world.values[index]])));
    const picture = `${pictureOf(rounds.at(-1))}#${stirred.size}`;
    if (!seen.has(picture)) seen.set(picture, rounds.length);
    const before = seen.get(picture);
    if (turn.size > 0 && !join && before < rounds.length) {
      putUnion(run, rounds.slice(before));
      join = true;
      turn = new Set(stirred);
    }
  }
  return ascending(moved);
}

function readersInside(run, inside, indices) {
  const own = new Set(inside);
  const found = new Set();
  for (const index of indices) {
    for (const reader of run.world.program.positions[index].readers) if (own.has(reader)) found.add(reader);
  }
  return found;
}

function pictureOf(values) {
  return [...values.values()]
    .map((value) => `${[...value.configs.keys()].sort().join(",")}:${[...value.unknowns].sort().join(",")}`)
    .join(";");
}

/** Give positions their values; those whose value is not the one that they had come back. */
function putAll(run, results) {
  const changed = [];
  for (const [index, settled] of results) {
    const former = run.world.values[index];
    if (!run.before.has(index)) run.before.set(index, former);
    run.passed.set(index, (run.passed.get(index) ?? 0) | settled.passed);
    put(run.world, index, settled.value);
    if (differs(former, settled.value)) changed.push(index);
  }
  return changed;
}

export function differs(former, value) {
  return !same(new Set(former.configs.keys()), new Set(value.configs.keys())) || !same(former.unknowns, value.unknowns);
}

/** What was found in a round, with what was found before it. */
function joinedWith(world, results) {
  return new Map(
    [...results].map(([index, settled]) => [index, { ...settled, value: joined([settled.value, world.values[index]]) }]),
  );
}

/** Give positions everything that rounds which came back to where they were have found. */
function putUnion(run, rounds) {
  for (const index of rounds[0].keys()) {
    const value = joined(rounds.map((values) => values.get(index)));
    if (value.configs.size > 1) value.unknowns.add(run.world.program.positions[index].restless);
    put(run.world, index, value);
  }
}

function joined(values) {
  const configs = new Map();
  for (const value of values) {
    for (const [key, held] of value.configs) if (!configs.has(key)) configs.set(key, held);
  }
  const delivered = new Set(values.map((value) => value.delivered));
  return {
    configs,
    mask: values.reduce((sum, value) => sum | value.mask, 0),
    delivered: delivered.size === 1 ? [...delivered][0] : null,
    unknowns: union(values.map((value) => value.unknowns)),
  };
}

/** Note in the history what the settled positions have now been in. */
function record({ world, before }) {
  for (const index of before.keys()) {
    for (const [latch, mask] of world.program.positions[index].latches) {
      const now = within(world.masks[index], mask);
      if (now === true && world.latches[latch] !== true) {
        world.latches[latch] = true;
        world.latchUnknowns.delete(latch);
      } else if (now === null && world.latches[latch] === false) {
        world.latches[latch] = null;
        world.latchUnknowns.set(latch, world.values[index].unknowns);
      }
    }
  }
}
