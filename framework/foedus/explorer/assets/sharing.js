// Sharing: a link, a citation, the picture as a file, and the scenario as YAML that `foedus play` reads.

import { announce, button, draw, make } from "./element.js";
import { MODEL, titleOf } from "./model.js";
import { asked, draft, draftOf, OWN } from "./runs.js";
import { state } from "./state.js";
import { svgNow, viewNow } from "./stage.js";
import { say } from "./words.js";

export function shareMenu() {
  const out = make("textarea", { class: "copied", readonly: true, hidden: true, "aria-label": say("share"), rows: 3 });
  const copy = (text) => copied(text, out);
  const items = [
    button(say("copyLink"), () => copy(location.href)),
    button(say("copyCitation"), () => copy(citation())),
    button(say("saveSvg"), () => save(`${MODEL.name}-${viewNow().name}.svg`, new Blob([svgText()], { type: "image/svg+xml" }))),
    button(say("savePng"), () => savePng()),
    button(say("saveYaml"), () => save(`${MODEL.name}-scenario.yaml`, new Blob([yaml()], { type: "text/yaml" })), { class: "only-play" }),
  ];
  return make("details", { class: "menu" }, make("summary", {}, say("share")), make("div", {}, items, out));
}

async function copied(text, out) {
  try {
    await navigator.clipboard.writeText(text);
    announce(say("copied"));
    out.hidden = true;
  } catch {
    out.hidden = false;
    out.value = text;
    out.focus();
    out.select();
    announce(say("notCopied"));
  }
}

/** The chosen element, or the whole model, as it is cited. */
export function citation() {
  const element = MODEL.elements[state.at];
  if (!element) return say("citedWhole", MODEL.title, MODEL.stated, MODEL.source, MODEL.name, MODEL.version);
  const sources = element.sources.map(({ title, at, by }) => [title, at].filter(Boolean).join(", ") + (by ? ` (${by})` : ""));
  const from = sources.length > 0 ? sources.join("; ") : say("noSource").replace(/\.$/, "");
  return say("cited", titleOf(state.at), MODEL.title, MODEL.stated, from, MODEL.name, MODEL.version, element.place);
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  announce(say("saved", name));
  document.querySelector(".menu").open = false;
  document.querySelector(".menu summary").focus();
}

/** The picture as it stands, marks included, on its whole page. */
export function svgText() {
  const svg = svgNow().cloneNode(true);
  const { width, height } = svg.viewBox.baseVal;
  svg.setAttribute("width", `${width}pt`);
  svg.setAttribute("height", `${height}pt`);
  svg.setAttribute("role", "img");
  for (const name of ["class", "style"]) svg.removeAttribute(name);
  for (const box of svg.querySelectorAll("[data-title]")) box.prepend(draw("title", {}, box.dataset.title));
  for (const node of [svg, ...svg.querySelectorAll("[tabindex], [role], [aria-pressed]")]) {
    for (const name of ["tabindex", "aria-pressed", "data-said", "data-title"]) node.removeAttribute(name);
    if (node === svg) continue;
    for (const name of ["role", "aria-label"]) node.removeAttribute(name);
  }
  return new XMLSerializer().serializeToString(svg);
}

async function savePng() {
  const { width, height } = svgNow().viewBox.baseVal;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText())}`;
  await picture.decode();
  const canvas = make("canvas", { width: Math.round(width * 2), height: Math.round(height * 2) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(`${MODEL.name}-${viewNow().name}.png`, blob), "image/png");
}

const LISTS = { happens: "events", performs: "performs", fails: "fails", exercises: "exercises", declines: "declines", withdraws: "withdraws", consents: "consents" };

/** The scenario that is played, as a file for `foedus play MODEL explored --with FILE`. */
export function yaml() {
  const question = asked();
  const told = question.scenario === OWN ? draft() : draftOf(question.scenario);
  const title = MODEL.scenarios.find((each) => each.id === question.scenario)?.title ?? say("ownScenario");
  const reading = question.reading in MODEL.programs && question.reading ? [`    reading: ${question.reading}`] : [];
  const lines = ["scenarios:", "  explored:", `    title: ${JSON.stringify(title)}`, ...reading, `    discretion: ${question.rule || told.rule}`, ...assumed(told)];
  const steps = stepsOf(told.acts);
  lines.push(steps.length > 0 ? "    steps:" : "    steps: []", ...steps);
  const last = told.acts.at(-1)?.[0] ?? 0;
  const horizon = told.dated || told.horizon === undefined ? last : Math.max(told.horizon, last);
  const dated = told.dated && told.horizon !== undefined ? dayAfter(told.horizon, last) : horizon;
  lines.push(`    horizon: ${told.dated ? dated : horizon}`);
  return `${lines.join("\n")}\n`;
}

function dayAfter(number, last) {
  const text = new Date((number - 719163) * 86400000).toISOString().slice(0, 10);
  return text > last ? text : last;
}

function assumed({ concluded, facts }) {
  const truths = (those) => Object.entries(those).map(([id, truth]) => `${id}: ${truth === null ? "unknown" : truth}`).join(", ");
  const parts = [];
  if (Object.keys(concluded).length > 0) parts.push(`      concluded: {${truths(concluded)}}`);
  if (Object.keys(facts).length > 0) parts.push(`      facts: {${truths(facts)}}`);
  return parts.length > 0 ? ["    assume:", ...parts] : [];
}

/** Steps: what happens on one day, findings by different finders apart. */
function stepsOf(acts) {
  const groups = new Map();
  for (const act of acts) {
    const key = `${act[0]}|${act[1] === "found" ? (act[3] ?? "") : ""}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(act);
  }
  return [...groups.values()].flatMap(stepOf);
}

function stepOf(acts) {
  const lines = [`      - day: ${acts[0][0]}`];
  for (const [verb, field] of Object.entries(LISTS)) {
    const those = acts.filter((act) => act[1] === verb);
    if (those.length > 0) lines.push(`        ${field}: [${those.map(deedAsYaml).join(", ")}]`);
  }
  const sets = acts.filter((act) => act[1] === "set").map((act) => `${act[2]}: ${act[4] === null ? "unknown" : act[4]}`);
  if (sets.length > 0) lines.push(`        sets: {${sets.join(", ")}}`);
  const found = acts.filter((act) => act[1] === "found");
  if (found.length > 0) lines.push(`        findings: {${found.map((act) => `${act[2]}: ${act[4]}`).join(", ")}}`);
  if (found[0]?.[3]) lines.push(`        by: ${found[0][3]}`);
  return lines;
}

function deedAsYaml([, verb, subject, by]) {
  if (verb === "happens") return subject;
  if (verb !== "withdraws" && verb !== "consents") return by ? `{provision: ${subject}, by: ${by}}` : `{provision: ${subject}}`;
  if (!subject) return `{actor: ${by}}`;
  return `{actor: ${by}, ${`provisions/${subject}` in MODEL.elements ? "provision" : "instrument"}: ${subject}}`;
}

