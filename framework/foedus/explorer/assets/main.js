// The page put together: what stands where, and what is made anew when something changes.

import { askBar, askMarks, askPanel, litKeys } from "./asking.js";
import { button, choice, make, refill } from "./element.js";
import { learnBar, learnMarks, learnPanel } from "./learning.js";
import { faintNow, lookBar, lookBelow } from "./look.js";
import { matching, MODEL, near } from "./model.js";
import { chosen, keyButton } from "./panel.js";
import { playBar, playBelow, playMarks, playPanel, stepBy } from "./playing.js";
import { shareMenu } from "./sharing.js";
import { boxesFor, fit, mark, measureAgain, showView, stage, viewNow, zoom, zooms } from "./stage.js";
import { change, MODES, onChange, recall, state } from "./state.js";
import { viewParts } from "./views.js";
import { say } from "./words.js";

const modes = make("nav", { "aria-label": say("modes"), class: "modes" });
const bar = make("div", { class: "bar" });
const views = make("div", { class: "views", role: "group", "aria-label": say("views") });
const below = make("div", { class: "below" });
const panel = make("aside", { class: "panel", "aria-label": say("details"), tabindex: "-1" });
const hits = make("ul", { class: "hits", hidden: true });
const search = make("input", { type: "search", id: "search", placeholder: say("searchHint"), "aria-label": say("search"), autocomplete: "off", oninput: found });

function found() {
  const keys = matching(search.value);
  hits.hidden = search.value.trim() === "";
  const items = keys.slice(0, 12).map((key) => make("li", {}, keyButton(key)));
  hits.replaceChildren(make("li", { class: "small quiet", role: "status" }, keys.length > 0 ? say("hits", keys.length) : say("noHits")), ...items);
}

function closeSearch() {
  hits.hidden = true;
  search.value = "";
}

function header() {
  const languages = [...new Set(Object.values(MODEL.elements).flatMap((each) => Object.keys(each.labels)))].sort();
  const options = [["", say("english")], ...languages.map((code) => [code, new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code])];
  hits.addEventListener("click", (event) => {
    if (event.target.closest("button")) {
      closeSearch();
      panel.focus({ preventScroll: true });
    }
  });
  return make(
    "header",
    {},
    make("div", { class: "name" }, make("h1", {}, MODEL.title), make("p", { class: "tag" }, MODEL.tag)),
    modes,
    make("div", { class: "tools" }, languages.length > 0 ? choice(say("language"), options, state.language, (language) => change({ language })) : null, make("div", { class: "search" }, search, hits), shareMenu()),
  );
}

function footer() {
  return make("footer", {}, make("p", {}, MODEL.source), make("p", {}, say("madeBy", MODEL.version)));
}

const BARS = { look: lookBar, play: playBar, ask: askBar, learn: learnBar };

function shown() {
  document.body.dataset.mode = state.mode;
  refill(modes, MODES.map((mode) => button(say(mode), () => change({ mode }), { "aria-current": state.mode === mode ? "page" : null, "data-key": mode })));
  refill(bar, BARS[state.mode]());
  refill(views, viewParts());
  showView();
  refill(below, state.mode === "play" ? playBelow() : lookBelow());
  refill(panel, panelParts());
  mark(marks());
}

function panelParts() {
  if (state.mode === "play") return chosen(playPanel());
  if (state.mode === "ask") return [askPanel(), state.at ? [make("hr"), chosen()] : null];
  if (state.mode === "learn") return [learnPanel(), state.at ? [make("hr"), chosen()] : null];
  return chosen();
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

/** Take the view that shows most of what is to be lit, where this one shows none of it. */
function turnToLit() {
  const keys = state.mode === "ask" ? litKeys() : [];
  const count = (view) => keys.filter((key) => Object.values(view.stands).some((those) => those.includes(key))).length;
  if (keys.length === 0 || count(viewNow()) > 0) return;
  const best = [...MODEL.views].sort((one, other) => count(other) - count(one))[0];
  if (count(best) > 0) state.view = best.name;
}

function pressedAnywhere(event) {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape") {
    closeSearch();
    document.querySelector(".menu").open = false;
    if (typing) typing.blur();
    else if (state.at) change({ at: "", near: "" });
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {
    "/": () => search.focus(),
    "+": () => zoom(0.8),
    "=": () => zoom(0.8),
    "-": () => zoom(1.25),
    0: () => fit(),
    ",": () => state.mode === "play" && stepBy(-1),
    ".": () => state.mode === "play" && stepBy(1),
    ...Object.fromEntries(MODES.map((mode, place) => [place + 1, () => change({ mode })])),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function begin() {
  recall();
  const work = make("main", {}, bar, make("div", { class: "shelf" }, views, zooms()), stage(), below);
  const announced = make("div", { id: "announced", class: "unseen", role: "status", "aria-live": "polite" });
  document.getElementById("app").replaceChildren(header(), make("div", { class: "body" }, work, panel), footer(), announced);
  document.addEventListener("keydown", pressedAnywhere);
  document.addEventListener("click", (event) => {
    const menu = document.querySelector(".menu");
    if (!menu.contains(event.target)) menu.open = false;
  });
  window.addEventListener("hashchange", () => {
    recall();
    shown();
  });
  onChange((names) => {
    turnToLit();
    shown();
    if (!names.includes("at") || !state.at) return;
    panel.scrollTop = 0;
    if (matchMedia("(max-width: 900px)").matches) panel.scrollIntoView({ block: "start" });
  });
  turnToLit();
  shown();
  document.fonts.ready.then(() => {
    measureAgain();
    mark(marks());
  });
}

begin();
