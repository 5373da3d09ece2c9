// What leaves something open, in a sentence: a text, a consent, somebody to find it, a fact, a choice, a clock.

import { MODEL } from "./model.js";
import { keyButton } from "./panel.js";
import { actorName } from "./runs.js";
import { around } from "./words.js";

/** What leaves something open, as one sentence; `own` says that it is about the promise that is open itself. */
export function reasonShown(program, key, own) {
  const [, subject, obligor] = key.split("|");
  const [words, section] = reasonOf(program, key, own);
  const about = `${section}/${subject}`;
  return around(words, about in MODEL.elements ? keyButton(about) : subject, obligor ? actorName(obligor) : "");
}

/** The sentence that says why, and the section of what it is about. */
function reasonOf(program, key, own) {
  const [kind, subject, obligor, place] = key.split("|");
  switch (kind) {
    case "concluded":
      if (`provisions/${subject}` in MODEL.elements) return [own ? "openOwnText" : "openItsText", "provisions"];
      if (obligor === "") return ["openText", "instruments"];
      return [obligor === "unspecified" ? "openNobody" : "openConsent", "instruments"];
    case "determination":
      if (`bodies/${subject}` in MODEL.elements) return ["openBody", "bodies"];
      if (!(subject in program.determinations)) return ["openUndeclared", "determinations"];
      return [place === program.determinations[subject].place ? "openFinder" : "openDeadlock", "determinations"];
    case "discretion":
      return [obligor === "unspecified" ? "openChoiceOfNobody" : "openChoice", "provisions"];
    case "timer":
      return [program.positions.some((each) => each.restless === key) ? "openRestless" : "openClock", "provisions"];
    case "capacity":
      return ["openCapacity", "facts"];
    default:
      return [`facts/${subject}` in MODEL.elements ? "openFact" : "openUndeclared", "facts"];
  }
}
