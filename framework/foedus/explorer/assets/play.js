// A scenario played to its horizon: steps, and the clocks that run out between them.

import { dayOf } from "./clock.js";
import { enact } from "./enact.js";
import { differs, settleInstant } from "./settle.js";
import { bit, seen, unsettled } from "./world.js";

/** The turns of a scenario, each with what changed; the world as it is at the end stands beside them. */
export function play(program, scenario) {
  const refused = [...program.refused, ...scenario.refused];
  if (refused.length > 0) return { refused, turns: [], world: null };
  const world = unsettled(program, scenario);
  const course = { world, scenario, turns: [] };
  turn(course, "start", scenario.start, scenario.start - 1, [], { touched: program.positions.keys(), done: new Map(), void: [], aimed: [] }, []);
  for (const [when, acts] of scenario.instants) {
    if (when > scenario.horizon) continue;
    runClocks(course, when);
    turn(course, "step", when, when - 1, acts, enact(world, acts), []);
  }
  runClocks(course, scenario.horizon);
  return { refused, turns: course.turns, world };
}

/** Let the deadlines that end before a minute pass, oldest first; those that end at once, at once. */
function runClocks(course, until) {
  for (;;) {
    const due = Math.min(...clocks(course.world).map(([when]) => when));
    if (!(due < until)) return;
    const ended = clocks(course.world).filter(([when]) => when === due).map(([, index]) => index);
    turn(course, "clock", due, due, [], { touched: [], done: new Map(), void: [], aimed: [] }, ended);
  }
}

function clocks(world) {
  return world.values.flatMap((value, index) =>
    [...value.configs.values()].filter(({ config }) => config.due !== null).map(({ config }) => [config.due, index]),
  );
}

function turn(course, kind, minute, expired, acts, enacted, ended) {
  const { world, scenario } = course;
  const instant = { minute, dated: scenario.dated, expired, acts: enacted.done };
  const former = kind === "start" ? null : [...world.values];
  const run = settleInstant(world, instant, enacted.touched, new Set([...ended, ...enacted.done.keys()]));
  const changed = [...run.before.keys()]
    .filter((index) => kind === "start" || differs(former[index], world.values[index]))
    .sort((one, other) => one - other);
  course.turns.push({
    day: dayOf(minute, scenario.dated),
    kind,
    acts,
    clocks: [...new Set(ended)],
    changed,
    void: [...enacted.void, ...notDue(world, enacted, run.passed)],
    values: [...world.values],
    seen: seen(world),
  });
}

/** The acts by which something was done that was not due at any point of the instant. */
function notDue(world, enacted, passed) {
  const active = bit(world.program, "ACTIVE");
  const told = new Set(enacted.void.map((each) => each.act));
  return enacted.aimed
    .filter(([act, indices]) => !told.has(act) && !indices.some((index) => (passed.get(index) ?? 0) & active))
    .map(([act]) => ({ act, reason: "not_due", because: ["notActive"], certain: true }));
}
