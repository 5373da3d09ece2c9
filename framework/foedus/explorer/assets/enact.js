// What acts do to the world before positions settle: all acts of an instant at once.

import { truthOf, union, unknownsOf } from "./questions.js";
import { bit, setFact } from "./world.js";

const TESTS = { performs: "performed", fails: "failed", exercises: "exercised", declines: "declined" };

/** Apply the acts of an instant; positions still have their former values while this runs. */
export function enact(world, acts) {
  const enacted = { touched: new Set(), done: new Map(), void: [], aimed: [] };
  for (const act of acts) if (act.verb === "found") find(world, act, enacted);
  for (const act of acts) {
    if (act.verb === "happens") {
      for (const [fact, truth] of Object.entries(world.program.events[act.subject])) give(world, fact, truth, act, enacted);
    } else if (act.verb === "set") {
      give(world, act.subject, act.value, act, enacted);
    } else if (act.verb === "withdraws" || act.verb === "consents") {
      move(world, act, enacted);
    }
  }
  carryOut(world, acts.filter((act) => act.verb in TESTS), enacted);
  return enacted;
}

/** Give a fact a value; what reads it is touched unless it surely had that value already. */
function give(world, fact, truth, act, enacted) {
  const index = world.program.facts.findIndex((each) => each.id === fact);
  if (index < 0) return;
  const before = world.facts[index];
  const [kind, subject, obligor] = world.program.facts[index].unknown.split("|");
  setFact(world, index, truth, [kind, subject, obligor, act.place].join("|"));
  if (before === null || world.facts[index] !== before) touch(enacted, world.program.fact_readers[index]);
}

function touch(enacted, indices) {
  for (const index of indices ?? []) enacted.touched.add(index);
}

/** Record a finding, as far as whoever makes it can. */
function find(world, act, enacted) {
  const determination = world.program.determinations[act.subject];
  const competent = competence(world, determination, act.by);
  if (competent.truth !== true) note(enacted, act, "competence", competent.because, competent.truth === false);
  if (competent.truth === false) return;
  const finders = act.by ? [act.by] : determination.finders;
  for (const finder of determination.by === "each_obligor" ? finders : [""]) {
    const key = `${act.subject}|${finder}`;
    const before = world.findings.has(key) ? world.findings.get(key) : false;
    let [truth, unknowns] = outcome(determination, act, key);
    if (competent.truth === null && before !== truth) {
      unknowns = union([unknowns, competent.unknowns, world.findingUnknowns.get(key) ?? new Set()]);
      truth = null;
    }
    world.findings.set(key, truth);
    world.findingUnknowns.set(key, unknowns);
    if (truth === null || before !== truth) touch(enacted, world.program.finding_readers[act.subject]);
  }
}

/** What a finding comes to: a deadlock is what the determination, or else its body, says that it is. */
function outcome(determination, act, key) {
  const word = act.value === "deadlocked" ? determination.on_deadlock : act.value;
  if (word === "established" || word === "rejected") return [word === "established", new Set()];
  return [null, new Set([`determination|${key}|${act.place}`])];
}

/** Whether a finding that `by` makes (null: whoever is named) can have effect, judged on the state before. */
export function competence(world, determination, by) {
  if (determination.by === "automatic") return { truth: false, because: ["selfEvident"] };
  if (determination.by === "unspecified") return { truth: false, because: ["nobodyToFind"] };
  if (by !== null && determination.finders.length > 0 && !determination.finders.includes(by)) {
    return { truth: false, because: ["notTheirFinding", by, determination.finders] };
  }
  if (determination.body === null) return { truth: true };
  const { founder, founder_id: id, status, unknown } = world.program.bodies[determination.body];
  if (founder !== null) {
    const active = ["state", founder, bit(world.program, "ACTIVE")];
    const truth = truthOf(active, world);
    const unknowns = truth === null ? unknownsOf(active, world) : new Set();
    return { truth, because: ["founderIdle", determination.body, id], unknowns };
  }
  if (status === "dissolved") return { truth: false, because: ["dissolved", determination.body] };
  if (status === "proposed" || status === "to_be_established") {
    return { truth: null, because: ["notSetUp", determination.body], unknowns: new Set([unknown]) };
  }
  return { truth: true };
}

/** An actor, and whoever is part of it, leaves or joins a text, a provision, or whatever it owes. */
function move(world, act, enacted) {
  const { positions, owed_by: owedBy } = world.program;
  const concerned = (owedBy[act.by ?? ""] ?? []).filter((index) =>
    ["", positions[index].provision, positions[index].instrument || null].includes(act.subject),
  );
  for (const index of concerned) {
    const plan = positions[index];
    const own = plan.bearers.filter((bearer) => plan.wholes[bearer].includes(act.by));
    const parties = act.verb === "withdraws" ? world.left : world.joined;
    parties.set(index, union([parties.get(index) ?? new Set(), own]));
    if (act.verb === "consents") {
      const left = world.left.get(index) ?? new Set();
      world.left.set(index, new Set([...left].filter((bearer) => !own.includes(bearer))));
      conclude(world, index, plan, act);
    }
    done(enacted, index, act.verb === "withdraws" ? "withdrawn" : "concluded", act.place);
    enacted.touched.add(index);
  }
  if (concerned.length === 0) note(enacted, act, "not_owed", ["owesNothing", act.by]);
}

/** Consent can bring a promise nearer to being concluded, never further from it. */
function conclude(world, index, plan, act) {
  const joined = world.joined.get(index);
  const truths = plan.bearers.map((bearer) => {
    const consents = plan.consents[bearer];
    if (!joined.has(bearer)) return consents.stated;
    return act.subject === plan.provision ? consents.directly : consents.to_text;
  });
  const truth = truths.includes(false) ? false : truths.includes(null) ? null : true;
  if (truth === true || (truth === null && world.concluded[index] === false)) world.concluded[index] = truth;
}

/** Note what was done about each position; a collective one is performed when all who share it act at once. */
function carryOut(world, acts, enacted) {
  const { positions, of } = world.program;
  const doers = new Map();
  for (const act of acts) {
    const indices = of[act.subject];
    const owners = union(indices.map((index) => positions[index].bearers));
    const isChoice = positions[indices[0]].choice !== null;
    const fitting = isChoice ? ["exercises", "declines"] : ["performs", "fails"];
    if (act.by !== null && !owners.has(act.by)) {
      note(enacted, act, "not_owed", ["notTheirs", act.by, [...owners].sort()]);
      continue;
    }
    if (!fitting.includes(act.verb)) {
      note(enacted, act, "not_fitting", [isChoice ? "aChoice" : "aDuty"]);
      continue;
    }
    enacted.aimed.push([act, indices.filter((index) => act.by === null || positions[index].bearers.includes(act.by))]);
    const key = `${act.verb}|${act.subject}`;
    const acting = union([doers.get(key) ?? new Set(), act.by === null ? owners : [act.by]]);
    doers.set(key, acting);
    for (const index of indices) {
      const left = world.left.get(index) ?? new Set();
      const needed = positions[index].bearers.filter((bearer) => !left.has(bearer));
      const all = act.verb === "performs" || act.verb === "exercises";
      const met = all ? needed.every((bearer) => acting.has(bearer)) : needed.some((bearer) => acting.has(bearer));
      if (met) done(enacted, index, TESTS[act.verb], act.place);
    }
  }
  for (const [act, indices] of enacted.aimed) {
    if (!indices.some((index) => TESTS[act.verb] in (enacted.done.get(index) ?? {}))) {
      note(enacted, act, "not_owed", ["together"]);
    }
  }
}

function done(enacted, index, test, place) {
  enacted.done.set(index, { ...(enacted.done.get(index) ?? {}), [test]: place });
}

function note(enacted, act, reason, because, certain = true) {
  enacted.void.push({ act, reason, because, certain });
}
