// Conditions as a play asks them. Truth is true, false or null for unknown (Kleene's strong logic); a test
// about a provision with several positions holds if it holds of one of them.

/** Whether a set of possible states (a sum of bits) lies in another: all of it, none of it, or some. */
export function within(states, mask) {
  if ((states & ~mask) === 0) return true;
  return (states & mask) !== 0 ? null : false;
}

export function oneOf(values) {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

/** The truth of a question in a world. */
export function truthOf(question, world) {
  const [kind, first, second] = question;
  switch (kind) {
    case "count":
      return counted(first, second, world);
    case "not": {
      const value = truthOf(first, world);
      return value === null ? null : !value;
    }
    case "fact":
      return world.facts[first];
    case "undeclared":
      return null;
    case "state":
      return oneOf(first.map((index) => within(world.masks[index], second)));
    case "delivered":
      return oneOf(first.map((index) => world.delivered[index]));
    case "reached": {
      const mask = question[3];
      const now = first.map((index) => within(world.masks[index], mask));
      return oneOf([...now, ...second.map((latch) => world.latches[latch])]);
    }
    case "finding":
      return world.findings.has(first) ? world.findings.get(first) : false;
    case "nobody":
      return truthOf(first, world) === false ? false : null;
    default:
      throw new Error(`no such question: ${kind}`);
  }
}

function counted(count, parts, world) {
  const values = parts.map((part) => truthOf(part, world));
  const met = values.filter((value) => value === true).length;
  const open = values.filter((value) => value === null).length;
  if (met >= count) return true;
  return met + open >= count ? null : false;
}

/** Why a question is unknown, as a set of keys; meant for a question whose truth is null. */
export function unknownsOf(question, world) {
  const [kind, first, second] = question;
  switch (kind) {
    case "count":
      return union(second.filter((part) => truthOf(part, world) === null).map((part) => unknownsOf(part, world)));
    case "not":
      return unknownsOf(first, world);
    case "fact":
      return new Set([world.openFacts.get(first)]);
    case "undeclared":
      return new Set([first]);
    case "state":
      return openStates(first, second, world);
    case "delivered":
      return openDeliveries(first, second, world);
    case "reached":
      return union([
        openStates(first, question[3], world),
        ...second.map((latch) => world.latchUnknowns.get(latch) ?? new Set()),
      ]);
    case "finding":
      return world.findingUnknowns.get(first) ?? new Set();
    case "nobody":
      return truthOf(first, world) === null ? union([new Set([second]), unknownsOf(first, world)]) : new Set([second]);
    default:
      throw new Error(`no such question: ${kind}`);
  }
}

function openStates(positions, mask, world) {
  const open = positions.filter((index) => within(world.masks[index], mask) === null);
  return union(open.map((index) => world.values[index].unknowns));
}

function openDeliveries(positions, choices, world) {
  const found = [];
  positions.forEach((index, place) => {
    if (world.delivered[index] !== null) return;
    const value = world.values[index];
    found.push(value.unknowns);
    const idle = [...value.configs.values()].some(({ config }) => config.state === "ACTIVE" && config.done === null);
    if (choices[place] !== null && idle && world.choice() === null) found.push(new Set([choices[place]]));
  });
  return union(found);
}

export function union(sets) {
  const found = new Set();
  for (const set of sets) for (const each of set) found.add(each);
  return found;
}

export function same(one, other) {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
