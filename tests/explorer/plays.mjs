// Plays what stands on standard input, one program and scenario a line, and prints what came of each.
import readline from "node:readline";
import { play } from "../../framework/foedus/explorer/assets/play.js";

const held = ({ config: { state, due, done } }) => [state, due, done];

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { program, scenario } = JSON.parse(line);
  const { refused, turns } = play(program, scenario);
  const told = turns.map((turn) => ({
    day: String(turn.day),
    kind: turn.kind,
    void: turn.void.map((each) => [each.act.verb, each.act.subject, each.reason, each.certain]),
    changed: turn.changed.map((index) => ({
      position: [program.positions[index].provision, program.positions[index].obligor],
      held: [...turn.values[index].configs.values()].map(held),
      unknowns: [...turn.values[index].unknowns].sort(),
    })),
  }));
  console.log(JSON.stringify({ refused: refused.length > 0, turns: told }));
}
