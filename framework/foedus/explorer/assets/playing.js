// Playing: a scenario chosen, stepped through, seen on the picture and in a table, with another run beside it.

import { account, kindOfTruth, truthOfElement } from "./account.js";
import { builder, showBuilder } from "./builder.js";
import { announce, button, choice, make, quoted, refill, tabulated } from "./element.js";
import { markOf } from "./marks.js";
import { MODEL, titleOf } from "./model.js";
import { keyButton } from "./panel.js";
import {
  actorName, asked, askedBeside, becauseWords, dayWords, deedWords, deeds, draftOf, inNumberOrder, OWN, PLAIN, positionsOf, run, standing, turnAt, turnOf,
} from "./runs.js";
import { change, state } from "./state.js";
import { viewNow } from "./stage.js";
import { folded, phone } from "./width.js";
import { say } from "./words.js";

export function playBar() {
  const question = asked();
  const found = run(question);
  const scenarios = [...MODEL.scenarios.map((each) => [each.id, each.title]), [OWN, say("ownScenario")]];
  const editing = question.scenario === OWN;
  const toSteps = editing ? button(say("toSteps"), showBuilder, { "data-key": "edit" }) : button(say("edit"), () => edit(question), { "data-key": "edit" });
  const hidden = phone.matches && !editing;
  const otherwise = [
    choice(say("reading"), readings(), question.reading || PLAIN, (id) => change({ reading: id, turn: state.turn }), { "data-key": "reading" }),
    choice(say("rule"), rules(), state.rule, (rule) => change({ rule }), { "data-key": "rule" }),
    choice(say("beside"), withNow(besides(question)), state.beside, (beside) => change({ beside }), { "data-key": "beside" }),
    hidden ? toSteps : null,
  ];
  return [
    choice(say("scenario"), scenarios, question.scenario, (id) => change({ scenario: id, reading: "", turn: "" }), { "data-key": "scenario", class: "long" }),
    folded(say("otherwise"), [state.reading, state.rule, state.beside].filter(Boolean).length, otherwise),
    found.refused.length > 0 ? null : stepper(found),
    hidden ? null : toSteps,
  ];
}

function edit({ scenario, reading }) {
  change({ scenario: OWN, reading, own: JSON.stringify(draftOf(scenario)) });
  showBuilder();
}

function readings() {
  return [[PLAIN, say("asItStands")], ...MODEL.readings.map((each) => [each.id, each.title])];
}

function rules() {
  return [["", say("asTold")], ["open", say("open")], ["exercise", say("exercise")], ["decline", say("decline")]];
}

/** What may stand beside: the same scenario otherwise read or with other choices, or another scenario. */
function besides({ scenario, reading, rule }) {
  const key = (...parts) => parts.join("|");
  const own = readings().filter(([id]) => id !== (reading || PLAIN)).map(([id, text]) => [key(scenario, id, rule), say("sameReading", say("reading"), text)]);
  const chosen = rules().slice(1).filter(([id]) => id !== rule).map(([id, text]) => [key(scenario, reading, id), say("sameReading", say("rule"), text)]);
  const others = MODEL.scenarios.filter((each) => each.id !== scenario).map((each) => [key(each.id, each.reading, rule), each.title]);
  return [["", say("noBeside")], ...own, ...chosen, ...others];
}

/** The options with the run that the address names, where it is another. */
function withNow(options) {
  if (options.some(([key]) => key === state.beside)) return options;
  const { scenario, reading, rule } = askedBeside();
  const title = MODEL.scenarios.find((each) => each.id === scenario)?.title ?? say("ownScenario");
  const named = (pairs, wanted) => pairs.find(([id]) => id === wanted)?.[1] ?? "";
  return [...options, [state.beside, [title, named(readings(), reading || PLAIN), named(rules().slice(1), rule)].filter(Boolean).join("; ")]];
}

function stepper(found) {
  const turn = turnOf(found);
  const last = found.turns.length - 1;
  const icon = (path, mirrored) => make("span", { class: `icon ${path}${mirrored ? " mirrored" : ""}`, "aria-hidden": "true" });
  return make(
    "div",
    { class: "stepper", role: "group", "aria-label": say("step") },
    button(icon("first"), () => go(found, 0), { "aria-label": say("first"), title: say("first"), "aria-disabled": turn === 0 ? "true" : null, "data-key": "first" }),
    button(icon("back"), () => go(found, turn - 1), { "aria-label": say("back"), title: say("back"), "aria-disabled": turn === 0 ? "true" : null, "data-key": "back" }),
    button(icon("back", true), () => go(found, turn + 1), { "aria-label": say("next"), title: say("next"), "aria-disabled": turn === last ? "true" : null, "data-key": "next" }),
    make("ol", { class: "steps", "aria-label": say("steps") }, found.turns.map((each, place) => stepButton(found, each, place, turn))),
  );
}

function stepButton(found, each, place, turn) {
  const [first, ...rest] = deeds(each);
  const text = `${first}${rest.length > 0 ? ` +${rest.length}` : ""}`;
  return make(
    "li",
    {},
    button([make("b", {}, each.kind === "start" ? say("start") : dayWords(each.day)), each.kind === "start" ? "" : make("span", {}, text)], () => go(found, place), {
      "aria-current": place === turn ? "step" : null,
      title: deeds(each).join("; "),
      "data-key": `turn-${place}`,
    }),
  );
}

/** Bring the step at which things stand into sight, where the row of steps is longer than its place. */
export function stepInSight() {
  const now = document.querySelector(".steps [aria-current]");
  const row = now?.closest(".steps");
  if (row) row.scrollLeft = now.offsetLeft - (row.clientWidth - now.offsetWidth) / 2;
}

/** Step by so many turns, as the keys do. */
export function stepBy(count) {
  const found = run(asked());
  if (found.refused.length === 0) go(found, turnOf(found) + count);
}

function go(found, turn) {
  const to = Math.min(Math.max(turn, 0), found.turns.length - 1);
  change({ turn: to === 0 ? "" : String(to) });
  announce(summary(found, to));
}

function summary(found, turn) {
  const each = found.turns[turn];
  const stands = found.program.positions.map((_, index) => standing(found, turn, index).kind);
  const count = (kind) => stands.filter((one) => one === kind).length;
  return say("changedCount", each.kind === "start" ? say("start") : `${dayWords(each.day)}: ${deeds(each).join("; ")}`, each.changed.length, count("ACTIVE"), count("SEVERAL"));
}

/** What each box of the picture is marked with: the most telling state of what it stands for. */
export function playMarks() {
  const found = run(asked());
  const chips = new Map();
  const faint = new Set();
  if (found.refused.length > 0 || !viewNow().first) return { chips, faint };
  const turn = turnOf(found);
  for (const [id, keys] of Object.entries(viewNow().stands)) {
    const stands = keys.flatMap((key) => standsOf(found, turn, key));
    if (stands.length === 0) continue;
    const quiet = stands.every(({ mark }) => mark === "INACTIVE" || mark === "FALSE");
    if (quiet) faint.add(id);
    else chips.set(id, chipFor(stands));
  }
  return { chips, faint };
}

function standsOf(found, turn, key) {
  const [section, id] = key.split("/");
  if (section === "provisions") {
    const changed = turn > 0 ? found.turns[turn].changed : [];
    return positionsOf(found.program, id).map((index) => ({ ...standing(found, turn, index), changed: changed.includes(index) }));
  }
  const truth = truthOfElement(found, turn, key);
  if (truth === undefined) return [];
  return [{ mark: kindOfTruth(truth), short: say(truth === true ? "yes" : truth === false ? "no" : "maybe"), changed: false }];
}

const TELLING = ["BREACHED", "ACTIVE", "SEVERAL", "MAY", "TRUE", "FULFILLED", "PENDING", "STANDBY", "SUSPENDED", "LAPSED", "TERMINATED", "INACTIVE", "FALSE"];
const MOST_KINDS = 2;

/** What a box says of all that it stands for: one word, or how many stand at each, the most telling first. */
function chipFor(stands) {
  const ordered = TELLING.flatMap((mark) => stands.filter((each) => each.mark === mark));
  const counts = new Map();
  for (const { short } of ordered) counts.set(short, (counts.get(short) ?? 0) + 1);
  const said = [...counts].map(([short, count]) => (counts.size > 1 ? say("someOfThem", count, short) : short));
  const rest = ordered.length - [...counts.values()].slice(0, MOST_KINDS).reduce((sum, count) => sum + count, 0);
  const text = [...said.slice(0, MOST_KINDS), ...(rest > 0 ? [say("moreKinds", rest)] : [])].join(" · ");
  return { mark: ordered[0].mark, mixed: counts.size > 1, text, whole: said.join(", "), changed: stands.some((each) => each.changed) };
}

export function playBelow() {
  const question = asked();
  const found = run(question);
  const parts = question.scenario === OWN ? [builder()] : [];
  if (found.refused.length > 0) return [...parts, make("p", { class: "alarm", role: "alert" }, say("refused"), " ", quoted(found.refused.join("; ")))];
  const turn = turnOf(found);
  return [...parts, told(found, turn), table(found, turn)];
}

function told(found, turn) {
  const each = found.turns[turn];
  const scenario = MODEL.scenarios.find(({ id }) => id === asked().scenario);
  const effects = each.void.map(({ act, because, certain }) => make("li", {}, `${deedWords(act)}. ${say(certain ? "void" : "perhaps", becauseWords(because))}`));
  return make(
    "div",
    { class: "told" },
    turn === 0 && scenario?.summary ? quoted(scenario.summary, "p") : null,
    make("p", {}, make("b", {}, `${dayWords(each.day)}. `), deeds(each).join("; ")),
    effects.length > 0 ? make("ul", {}, effects) : null,
  );
}

let chart = { shape: "", said: [], table: null };

/** The table of states. It may have hundreds of rows: it stays, and only rows that say something new are told anew. */
function table(found, turn) {
  const other = askedBeside() ? run(askedBeside()) : null;
  const beside = other && other.refused.length === 0 ? other : null;
  const at = beside ? turnAt(beside, found.turns[turn].day) : 0;
  const rows = inNumberOrder(found.program).map((index) => row(found, turn, index, beside, at));
  const head = [say("provision"), say("obligor"), say(beside ? "here" : "now"), beside ? say("there") : null].filter(Boolean);
  const shape = JSON.stringify([head, rows.length, state.language]);
  if (shape !== chart.shape) chart = { shape, said: [], table: tabulated("", head, rows.map(() => make("tr"))) };
  chart.table.caption.textContent = `${say("states")}: ${dayWords(found.turns[turn].day)}`;
  rows.forEach((each, place) => {
    const said = JSON.stringify(each);
    if (said !== chart.said[place]) tell(chart.table.tBodies[0].rows[place], each);
    chart.said[place] = said;
  });
  const refused = other && other.refused.length > 0 ? make("p", { class: "alarm" }, say("refused"), " ", quoted(other.refused.join("; "))) : null;
  chart.region ??= make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": say("states") });
  refill(chart.region, refused, chart.table);
  return chart.region;
}

/** What a row of the table says of a position. */
function row(found, turn, index, beside, at) {
  const plan = found.program.positions[index];
  const key = `provisions/${plan.provision}`;
  const twin = beside ? beside.program.positions.findIndex((each) => each.provision === plan.provision && each.obligor === plan.obligor) : -1;
  return {
    key,
    title: titleOf(key, state.language),
    obligor: actorName(plan.obligor),
    now: standing(found, turn, index),
    changed: turn > 0 && found.turns[turn].changed.includes(index),
    chosen: key === state.at,
    beside: beside !== null,
    there: twin >= 0 ? standing(beside, at, twin) : null,
  };
}

function tell(tr, { key, obligor, now, changed, chosen, beside, there }) {
  const other = there !== null && there.words !== now.words;
  tr.className = [changed ? "changed" : "", other ? "differs" : "", chosen ? "chosen" : "", now.kind === "INACTIVE" ? "idle" : ""].filter(Boolean).join(" ");
  refill(
    tr,
    make("th", { scope: "row" }, keyButton(key)),
    make("td", {}, obligor),
    stateCell(now, changed ? say("changed") : ""),
    beside ? (there ? stateCell(there, other ? say("differs") : "") : make("td", {}, "–")) : null,
  );
}

function stateCell({ mark, words }, word) {
  return make("td", { class: "state" }, markOf(mark), words, word ? make("em", {}, word) : null);
}

export function playPanel() {
  return account(asked());
}

