// The page put together: what stands where, and what is made anew when something changes.

import { putAside } from "./address.js";
import { askBar, askMarks, askPanel, litKeys } from "./asking.js";
import { button, choice, make, refill } from "./element.js";
import { keysList, listenForKeys, openKeys } from "./keys.js";
import { learnBar, learnMarks, learnPanel } from "./learning.js";
import { faintNow, lookBar, lookBelow } from "./look.js";
import { mark, measureAgain } from "./marks.js";
import { matching, MODEL, near } from "./model.js";
import { chosen, keyButton } from "./panel.js";
import { playBar, playBelow, playMarks, playPanel, stepBy, stepInSight } from "./playing.js";
import { shareMenu } from "./sharing.js";
import { boxesFor, boxToEnter, fit, showView, stage, viewNow, zoom, zooms } from "./stage.js";
import { change, MODES, onChange, recall, state } from "./state.js";
import { nextView, pagesOf, viewParts } from "./views.js";
import { narrow, phone } from "./width.js";
import { LANGUAGES, say, tongue } from "./words.js";

const modes = make("nav", { class: "modes" });
const notice = make("div", { class: "notice" });
const bar = make("div", { class: "bar" });
const views = make("div", { class: "views", role: "group" });
const shelf = make("div", { class: "shelf" });
const below = make("div", { class: "below" });
const guidance = make("div", { class: "guidance", tabindex: "-1" });
const details = make("section", { class: "details", tabindex: "-1" });
const hits = make("ul", { class: "hits", hidden: true });
const search = make("input", { type: "search", id: "search", autocomplete: "off", oninput: found });
const work = make("main", {}, notice, bar, shelf, stage(), below);
const panel = make("aside", { class: "panel" }, guidance, details);
const announced = make("div", { id: "announced", class: "unseen", role: "status", "aria-live": "polite" });

// --- the page in the language that is chosen --------------------------------------------------------

function lay() {
  document.documentElement.lang = tongue();
  document.title = say("pageTitle", MODEL.title);
  for (const [node, key] of [[modes, "modes"], [views, "views"], [details, "details"], [panel, "details"], [search, "search"]]) node.setAttribute("aria-label", say(key));
  search.placeholder = say(phone.matches ? "search" : "searchHint");
  shelf.replaceChildren(views, zooms());
  document.getElementById("app").replaceChildren(header(), make("div", { class: "body" }, work, panel), footer(), keysList(), announced);
}

function header() {
  const help = button("?", () => openKeys(), { "aria-label": say("keys"), title: say("keys"), class: "help" });
  return make(
    "header",
    {},
    make("div", { class: "name", lang: "en" }, make("h1", {}, MODEL.title), make("p", { class: "tag" }, MODEL.tag), tongue() === "en" ? null : make("p", { class: "small quiet", lang: tongue() }, say("textsIn"))),
    modes,
    make("div", { class: "tools" }, make("div", { class: "search", onkeydown: walkHits }, search, hits), languageChoice(), shareMenu(), help),
  );
}

/** The languages of the page, and those in which the model gives names. */
function languageChoice() {
  const labels = Object.values(MODEL.elements).flatMap((each) => Object.keys(each.labels));
  const codes = [...new Set([...LANGUAGES, ...labels])].sort();
  const named = (code) => new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  const begun = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  return choice(say("language"), codes.map((code) => [code, begun(named(code))]), state.language, (language) => change({ language }), { "data-key": "language" });
}

function footer() {
  return make("footer", {}, make("p", { lang: "en" }, MODEL.source), make("p", {}, say("madeBy", MODEL.version)));
}

// --- what is made anew ------------------------------------------------------------------------------

const BARS = { look: lookBar, play: playBar, ask: askBar, learn: learnBar };

function shown() {
  document.body.dataset.mode = state.mode;
  document.body.classList.toggle("chosen", Boolean(state.at));
  refill(modes, MODES.map((mode) => button(say(mode), () => change({ mode }), { "aria-current": state.mode === mode ? "page" : null, "data-key": mode })));
  refill(bar, BARS[state.mode]());
  refill(views, viewParts());
  showView();
  refill(below, state.mode === "play" ? playBelow() : lookBelow());
  refill(guidance, state.mode === "ask" ? askPanel() : state.mode === "learn" ? learnPanel() : []);
  refill(details, state.at ? button("×", letGo, { class: "close", "aria-label": say("close"), title: say("close"), "data-key": "close" }) : null, detailsNow());
  mark(marks());
  placePanel();
  stepInSight();
}

/** On a narrow window what is asked or learnt is read before the picture, and all else before the long table. */
function placePanel() {
  const next = state.mode === "ask" || state.mode === "learn" ? shelf : below;
  if (narrow.matches && next.previousElementSibling !== panel) next.before(panel);
  if (!narrow.matches && work.contains(panel)) work.after(panel);
}

function detailsNow() {
  if (!state.at && (state.mode === "ask" || state.mode === "learn")) return [];
  return chosen(state.mode === "play" ? playPanel() : []);
}

/** What the mode puts on the picture; wanting to see only what is near goes before all else. */
function marks() {
  const nobody = { faint: new Set(), lit: new Set(), chips: new Map() };
  const base = state.mode === "play" ? { ...nobody, ...playMarks() } : nobody;
  if (state.mode === "look") base.faint = faintNow();
  if (state.mode === "ask") base.lit = askMarks();
  if (state.mode === "learn") base.lit = learnMarks();
  if (base.lit.size > 0) base.faint = new Set(Object.keys(viewNow().stands).filter((id) => !base.lit.has(id)));
  if (state.near && state.at && state.mode !== "look") {
    const around = new Set([...near(state.at)].flatMap(boxesFor));
    base.faint = new Set(Object.keys(viewNow().stands).filter((id) => !around.has(id)));
  }
  return base;
}

/** Take the view that shows most of what is to be lit, and the page that shows what is chosen, where this does not. */
function turnToLit(names = []) {
  if (state.mode === "ask") turnFor(litKeys(), MODEL.views);
  if (names.includes("at") && state.at) turnFor([state.at], pagesOf(viewNow()).filter(({ part }) => part));
}

function turnFor(keys, views) {
  const count = (view) => keys.filter((key) => Object.values(view.stands).some((those) => those.includes(key))).length;
  if (keys.length === 0 || count(viewNow()) > 0) return;
  const [best] = [...views].sort((one, other) => count(other) - count(one));
  if (best && count(best) > 0) state.view = best.name;
}

// --- search -----------------------------------------------------------------------------------------

function found() {
  const keys = matching(search.value);
  hits.hidden = search.value.trim() === "";
  const items = keys.slice(0, 12).map((key) => make("li", {}, hitShown(key)));
  hits.replaceChildren(make("li", { class: "small quiet", role: "status" }, keys.length > 0 ? say("hits", keys.length) : say("noHits")), ...items);
}

/** One of what was found; its kind tells it from another of the same name. */
function hitShown(key) {
  const node = keyButton(key);
  node.append(make("span", { class: "small quiet", lang: tongue() }, ` · ${say(`kind-${key.slice(0, key.indexOf("/"))}`)}`));
  return node;
}

/** Arrows lead through what was found, and Enter takes the first of it. */
function walkHits(event) {
  const stops = [search, ...hits.querySelectorAll("button")];
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && stops.length > 1) {
    event.preventDefault();
    stops[(stops.indexOf(document.activeElement) + by + stops.length) % stops.length].focus();
  } else if (event.key === "Enter" && event.target === search && stops.length > 1) {
    event.preventDefault();
    stops[1].focus();
    stops[1].click();
  }
}

function closeSearch() {
  hits.hidden = true;
  search.value = "";
}

// --- what is chosen, and where the focus goes -------------------------------------------------------

let cameFrom = "";

/** A selector of what has the focus, by which it is found again when the page has been made anew. */
function focused() {
  const active = document.activeElement;
  const { id, key } = active?.dataset ?? {};
  if (id) return `#view-${viewNow().name} [data-id="${CSS.escape(id)}"]`;
  const around = [below, panel].find((part) => part.contains(active)); // both may name one element
  return key ? `${around ? `.${around.className} ` : ""}[data-key="${CSS.escape(key)}"]` : "";
}

/** After a choice the details are at hand: on a narrow window they stand over the page, and take the focus. */
function showChosen() {
  const own = details.contains(document.activeElement);
  const searched = hits.contains(document.activeElement);
  if (!own) cameFrom = searched ? "#search" : focused();
  if (searched) closeSearch();
  panel.scrollTop = details.scrollTop = 0;
  if (state.mode === "ask" || state.mode === "learn") details.scrollIntoView({ block: "nearest" });
  if (own || searched || narrow.matches) details.focus({ preventScroll: true });
}

function letGo() {
  change({ at: "", near: "" });
  comeBack();
}

/** The focus to where it was before something was chosen. */
function comeBack() {
  (document.querySelector(cameFrom || "#none") ?? boxToEnter())?.focus({ preventScroll: true });
}

function escape(typing) {
  const menu = document.querySelector(".menu");
  if (menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (typing === search && search.value) closeSearch();
  else if (typing) typing.blur();
  else if (state.at) letGo();
}

const PRESSES = {
  "?": () => openKeys(),
  "/": () => search.focus(),
  "+": () => zoom(0.8),
  "=": () => zoom(0.8),
  "-": () => zoom(1.25),
  0: () => fit(),
  ",": () => state.mode === "play" && stepBy(-1),
  ".": () => state.mode === "play" && stepBy(1),
  v: () => nextView(1),
  V: () => nextView(-1),
  p: () => boxToEnter()?.focus(),
  d: () => details.focus(),
  t: () => toTable(),
  ...Object.fromEntries(MODES.map((mode, place) => [place + 1, () => change({ mode })])),
};

function toTable() {
  const first = below.querySelector("details");
  if (state.mode !== "play" && first) first.open = true;
  below.querySelector(".wide")?.focus();
}

// --- the beginning ----------------------------------------------------------------------------------

/** Take what the address names, and say what of it the model does not have. Answers with what is new. */
function recalled() {
  const names = recall();
  refill(notice, putAside().map((sentence) => make("p", { class: "alarm", role: "alert" }, sentence)));
  return names;
}

/** Show what has changed, with the focus where the reader is. */
function reshow(names) {
  turnToLit(names);
  const from = names.includes("language") ? focused() : "";
  const reading = panel.contains(document.activeElement);
  if (names.includes("language")) lay();
  shown();
  if (from) document.querySelector(from)?.focus();
  else if (reading && !panel.contains(document.activeElement)) (guidance.hasChildNodes() ? guidance : details).focus({ preventScroll: true });
  if (names.includes("mode")) window.scrollTo(0, (panel.scrollTop = 0));
  if (names.includes("at") && state.at) showChosen();
}

/** The address has changed by the back button or by hand. */
function revisited() {
  const reading = details.contains(document.activeElement);
  const names = recalled();
  reshow(names);
  if (reading && names.includes("at") && !state.at) comeBack();
}

function begin() {
  recalled();
  turnToLit();
  lay();
  shown();
  listenForKeys(PRESSES, escape);
  document.addEventListener("click", (event) => {
    const menu = document.querySelector(".menu");
    if (!menu.contains(event.target)) menu.open = false;
  });
  narrow.addEventListener("change", placePanel);
  phone.addEventListener("change", () => {
    lay();
    shown();
  });
  window.addEventListener("hashchange", revisited);
  onChange((names) => {
    notice.replaceChildren();
    reshow(names);
  });
  document.fonts.ready.then(() => {
    measureAgain();
    mark(marks());
    stepInSight();
  });
}

begin();
