// What comes of a program and a scenario, in the words in which Python's record says it.
import { lacking } from "../../framework/foedus/explorer/assets/lacking.js";
import { play } from "../../framework/foedus/explorer/assets/play.js";

/** A need in the words in which `foedus why` says it. */
function words(program, index, { question, wanted }) {
  const { provision, obligor } = program.positions[index];
  if (question === null) return `\`${provision}\` is concluded for ${obligor}`;
  const [kind, first, second, third] = question;
  const no = wanted ? "" : "not ";
  const named = (mask) => program.states.filter((_, place) => mask & (1 << place)).join(" or ");
  if (kind === "fact") return `\`${program.facts[first].id}\` is ${wanted}`;
  if (kind === "undeclared" || kind === "nobody") {
    const [of, subject] = (kind === "nobody" ? second : first).split("|");
    return of === "determination" ? `\`${subject}\` is ${no}established` : `\`${subject}\` is ${wanted}`;
  }
  if (kind === "finding") {
    const [determination, finder] = first.split("|");
    return `\`${determination}\` is ${no}established${finder ? ` by ${finder}` : ""}`;
  }
  const of = program.positions[first[0]].provision;
  const who = program.of[of].length === first.length ? "" : ` for ${first.map((each) => program.positions[each].obligor).join(" or ")}`;
  if (kind === "delivered") return `\`${of}\` is ${no}delivered${who}`;
  return kind === "state" ? `\`${of}\` is ${no}${named(second)}${who}` : `\`${of}\` has ${no}been ${named(third)}${who}`;
}

/** What each position lacks at the end, for each state that it may be in. */
function lacks(program, turns) {
  const world = turns.at(-1).seen;
  return program.positions.flatMap(({ provision, obligor }, index) =>
    program.states.filter((_, place) => world.masks[index] & (1 << place)).map((state) => {
      const { sets, complete } = lacking(world, index, state);
      return { position: [provision, obligor], state, sets: sets.map((set) => set.map((need) => words(program, index, need)).sort()), complete };
    }),
  );
}

const held = ({ config: { state, due, done } }) => [state, due, done];

/** What came of one line of JSON, as JSON. */
export function told(line) {
  const { program, scenario } = JSON.parse(line);
  const { refused, turns } = play(program, scenario);
  const said = turns.map((turn) => ({
    day: String(turn.day),
    kind: turn.kind,
    void: turn.void.map((each) => [each.act.verb, each.act.subject, each.reason, each.certain]),
    changed: turn.changed.map((index) => ({
      position: [program.positions[index].provision, program.positions[index].obligor],
      held: [...turn.values[index].configs.values()].map(held),
      unknowns: [...turn.values[index].unknowns].sort(),
    })),
  }));
  return JSON.stringify({ refused: refused.length > 0, turns: said, lacks: refused.length > 0 ? [] : lacks(program, turns) });
}
