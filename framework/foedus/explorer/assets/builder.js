// The builder: a scenario of one's own, step by step, out of what the model knows.

import { button, choice, make } from "./element.js";
import { MODEL, PROVISIONS, titleOf } from "./model.js";
import { actorName, dayOfDraft, draft, draftOf } from "./runs.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

const VERBS = ["happens", "found", "set", "performs", "fails", "exercises", "declines", "withdraws", "consents"];
const VALUES = { found: ["established", "rejected", "deadlocked"], set: [true, false, null] };
const SUBJECTS = { happens: "events", found: "determinations", set: "facts" };
const pending = { day: "", verb: "happens", refused: "" };

export function builder() {
  const told = draft();
  const rows = told.acts.map((act, place) => make("li", {}, actRow(told, act, place)));
  return make("section", { class: "builder", tabindex: "-1", "aria-label": say("builder"), "data-key": "builder" }, make("h3", {}, say("builder")), make("ol", {}, rows), adding(told), pending.refused ? make("p", { class: "alarm", role: "alert" }, pending.refused) : null);
}

/** Bring the editor before the reader who has asked for it. */
export function showBuilder() {
  const section = document.querySelector(".builder");
  section.scrollIntoView({ block: "start" });
  section.focus({ preventScroll: true });
}

function amend(told, acts) {
  const sorted = [...acts].sort((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : 0));
  replay({ ...told, acts: sorted });
}

/** Play what the steps are now, up to where the reader was; from before the first step, up to the last. */
function replay(told) {
  pending.refused = "";
  change({ own: JSON.stringify(told), turn: state.turn || "last" });
}

function actRow(told, [day, verb, subject, by, value], place) {
  const set = (part, to) => amend(told, told.acts.map((act, at) => (at === place ? act.map((each, index) => (index === part ? to : each)) : act)));
  return [
    dayInput(told, day, (to) => set(0, to), `day-${place}`),
    make("span", { class: "deed" }, `${titleFor(verb, subject)} `, make("i", {}, say(verb))),
    verb in VALUES ? choice(say("value"), VALUES[verb].map((each) => [String(each), say(each === null ? "unknown" : String(each))]), String(value), (to) => set(4, valueOf(to)), { "data-key": `value-${place}` }) : null,
    verb === "happens" || verb === "set" ? null : choice(say("who"), whoFor(verb, subject), by ?? "", (to) => set(3, to || null), { "data-key": `by-${place}` }),
    button(say("remove"), () => amend(told, told.acts.filter((_, at) => at !== place)), { class: "quietly", "aria-label": `${say("remove")}: ${titleFor(verb, subject)}`, "data-key": `remove-${place}` }),
  ];
}

/** Whether a day can be taken; where not, it is said why. */
function takes(told, day) {
  if (day === "" || told.dated || Number(day) >= 0) return day !== "";
  pending.refused = say("negativeDay", day);
  change({});
  return false;
}

function valueOf(text) {
  return { true: true, false: false, null: null }[text] ?? (text === "null" ? null : text);
}

function titleFor(verb, subject) {
  const section = SUBJECTS[verb] ?? (`provisions/${subject}` in MODEL.elements ? "provisions" : "instruments");
  return titleOf(`${section}/${subject}`);
}

function dayInput(told, day, onchange, key) {
  const input = make("input", { type: told.dated ? "date" : "number", value: day, required: true, "data-key": key, onchange: (event) => {
    if (takes(told, event.target.value)) onchange(dayOfDraft(event.target.value, told.dated));
  } });
  return make("label", { class: "choice" }, make("span", {}, told.dated ? say("onDay") : say("day", "")), input);
}

/** Who may be named for an act: whoever owes a provision, or stands in the text. */
function whoFor(verb, subject) {
  const provision = MODEL.elements[`provisions/${subject}`];
  const finders = MODEL.programs[""].determinations[subject]?.finders ?? [];
  const every = Object.keys(MODEL.elements).filter((key) => key.startsWith("actors/")).map((key) => key.slice(7));
  const whole = verb === "withdraws" || verb === "consents";
  const those = verb === "found" ? finders : provision && !whole ? provision.obligors : every;
  const rest = those.filter((id) => id !== "unspecified").map((id) => [id, actorName(id)]);
  return whole ? rest : [["", say("whoever")], ...rest];
}

function adding(told) {
  const last = told.acts.at(-1)?.[0] ?? (told.dated ? "" : 0);
  const day = make("input", { type: told.dated ? "date" : "number", value: pending.day || last, "data-key": "new-day", onchange: (event) => (pending.day = event.target.value) });
  const what = choice(say("what"), subjectsOf(pending.verb), subjectsOf(pending.verb)[0]?.[0], () => {}, { "data-key": "new-what" });
  const verb = choice(say("step"), VERBS.filter((each) => subjectsOf(each).length > 0).map((each) => [each, say(each)]), pending.verb, (to) => {
    pending.verb = to;
    change({});
  }, { "data-key": "new-verb" });
  const add = button(say("addStep"), () => {
    const subject = what.querySelector("select").value;
    if (!subject || !takes(told, day.value)) return;
    const by = ["withdraws", "consents"].includes(pending.verb) ? (whoFor(pending.verb, subject)[0]?.[0] ?? null) : null;
    const value = VALUES[pending.verb]?.[0] ?? null;
    amend(told, [...told.acts, [dayOfDraft(day.value, told.dated), pending.verb, subject, by, value]]);
  }, { class: "strong", "data-key": "add" });
  const when = make("label", { class: "choice" }, make("span", {}, told.dated ? say("onDay") : say("day", "")), day);
  const reset = button(say("reset"), () => replay(draftOf(told.from)), { "aria-label": say(told.from ? "resetTo" : "resetAll"), title: say(told.from ? "resetTo" : "resetAll"), "data-key": "reset" });
  return make("div", { class: "adding" }, when, what, verb, add, reset);
}

function subjectsOf(verb) {
  const may = (key) => MODEL.elements[key].modality === "may";
  if (verb === "performs" || verb === "fails") return PROVISIONS.filter((key) => !may(key)).map(option);
  if (verb === "exercises" || verb === "declines") return PROVISIONS.filter(may).map(option);
  const section = SUBJECTS[verb] ?? "instruments";
  return Object.keys(MODEL.elements).filter((key) => key.startsWith(`${section}/`)).map(option);
}

function option(key) {
  return [key.slice(key.indexOf("/") + 1), titleOf(key)];
}
