// The address checked against the model: what it names and the model does not have is put aside, and said.

import { MODEL } from "./model.js";
import { OWN, PLAIN, readingFor } from "./runs.js";
import { state } from "./state.js";
import { say } from "./words.js";

const RULES = ["", "open", "exercise", "decline"];

/** Put aside what the model does not have; a sentence for each. */
export function putAside() {
  return Object.entries(known()).filter(([name, fits]) => state[name] && !fits(state[name])).map(([name]) => {
    const sentence = say("noSuch", say(LABELS[name] ?? name), state[name]);
    state[name] = "";
    return sentence;
  });
}

const LABELS = { view: "views", at: "details", answer: "questions" };

function known() {
  const every = Object.values(MODEL.elements);
  return {
    view: (name) => MODEL.views.some((view) => view.name === name),
    at: (key) => key in MODEL.elements,
    component: (id) => MODEL.components.some((each) => each.id === id),
    actor: (id) => every.some((each) => each.obligors?.includes(id)),
    standing: (word) => word in MODEL.standings,
    wording: (word) => word in MODEL.wordings,
    scenario: isScenario,
    reading: isReading,
    rule: (rule) => RULES.includes(rule),
    beside: isRun,
    answer: (id) => MODEL.answers.some((each) => each.id === id),
  };
}

function isScenario(id) {
  return id === OWN || MODEL.scenarios.some((each) => each.id === id);
}

function isReading(id) {
  return id === PLAIN || id in MODEL.programs;
}

/** Whether a run to lay beside can be played; one that is named in part is completed. */
function isRun(text) {
  const [scenario, reading = readingFor(scenario), rule = state.rule] = text.split("|");
  if (!isScenario(scenario) || !isReading(reading) || !RULES.includes(rule)) return false;
  state.beside = [scenario, reading, rule].join("|");
  return true;
}
