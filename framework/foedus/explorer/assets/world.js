// What a play carries from one instant to the next. A value is what a position may be in: its configurations
// (by key, each with what led there), the states as a sum of bits, whether it is being honoured, and why it is
// open. A configuration is a state with its clock, what it returns to, and what its obligor was seen to do.

export const ACTS = ["performed", "failed", "exercised", "declined", "withdrawn"];

export function configOf(state, { due = null, back = null, done = null } = {}) {
  return { state, due, back, done };
}

export function keyOf({ state, due, back, done }) {
  return `${state}|${due}|${back}|${done}`;
}

/** The bit of a state in the sums that stand for sets of states. */
export function bit(program, state) {
  return 1 << program.states.indexOf(state);
}

/** Configurations in the one order in which they are followed and shown: by state, then by clock. */
export function inOrder(program, configs) {
  const rank = ({ config: { state, due, back, done } }) => [
    program.states.indexOf(state),
    due ?? -1,
    back === null ? -1 : program.states.indexOf(back),
    done === null ? 0 : done ? 1 : 2,
  ];
  return [...configs.values()].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    const place = a.findIndex((each, index) => each !== b[index]);
    return place < 0 ? 0 : a[place] - b[place];
  });
}

/** A world before anything has settled: facts as they are at first, nothing in force yet. */
export function unsettled(program, terms) {
  const idle = configOf("INACTIVE");
  const value = () => ({
    configs: new Map([[keyOf(idle), { config: idle, why: null }]]),
    mask: bit(program, "INACTIVE"),
    delivered: false,
    unknowns: new Set(),
  });
  const world = {
    program,
    terms,
    facts: program.facts.map(() => false),
    openFacts: new Map(),
    concluded: program.positions.map((plan) => concluded(plan, terms)),
    values: program.positions.map(value),
    masks: [],
    delivered: program.positions.map(() => false),
    latches: Array(program.latches).fill(false),
    latchUnknowns: new Map(),
    left: new Map(),
    joined: new Map(),
    findings: new Map(),
    findingUnknowns: new Map(),
    choice: () => (terms.rule === "open" ? null : terms.rule === "exercise"),
  };
  world.masks = world.values.map((each) => each.mask);
  program.facts.forEach((fact, index) => setFact(world, index, fact.initial, fact.unknown));
  for (const [id, [truth, unknown]] of Object.entries(terms.facts)) {
    setFact(world, program.facts.findIndex((fact) => fact.id === id), truth, unknown);
  }
  return world;
}

function concluded(plan, terms) {
  if (plan.provision in terms.concluded) return terms.concluded[plan.provision];
  if (plan.instrument in terms.concluded) return terms.concluded[plan.instrument];
  return plan.concluded;
}

export function setFact(world, index, truth, unknown) {
  world.facts[index] = truth;
  if (truth === null) world.openFacts.set(index, unknown);
  else world.openFacts.delete(index);
}

export function put(world, index, value) {
  world.values[index] = value;
  world.masks[index] = value.mask;
  world.delivered[index] = value.delivered;
}

/** The world as it is now, for whoever asks later: what follows changes nothing in it. */
export function seen(world) {
  return {
    ...world,
    facts: [...world.facts],
    openFacts: new Map(world.openFacts),
    concluded: [...world.concluded],
    values: [...world.values],
    masks: [...world.masks],
    delivered: [...world.delivered],
    latches: [...world.latches],
    latchUnknowns: new Map(world.latchUnknowns),
    findings: new Map(world.findings),
    findingUnknowns: new Map(world.findingUnknowns),
  };
}
