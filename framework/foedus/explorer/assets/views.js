// The views: the first as tabs, the others in a menu (on a phone all of them), and a switch between the main text and
// every text.

import { button, choice, make } from "./element.js";
import { MODEL } from "./model.js";
import { change } from "./state.js";
import { viewNow } from "./stage.js";
import { phone } from "./width.js";
import { around, say } from "./words.js";

export function viewParts() {
  const now = viewNow();
  return [...(phone.matches ? [menu(mainViews())] : tabsAndMenu(now)), pages(now), everyText(now)];
}

function tabsAndMenu(now) {
  const main = mainViews();
  const tabs = main.filter((view) => view.first).map((view) => button(nameOf(view), () => turnTo(view), { "aria-pressed": view.view === now.view ? "true" : "false", "data-key": view.name }));
  const others = main.filter((view) => !view.first);
  return [tabs, others.length > 0 ? menu(others, say("moreViews")) : null];
}

/** Views to choose from; where none of them is shown, a word that leads to them. */
function menu(views, otherwise) {
  const now = viewNow();
  const chosen = views.find((view) => view.view === now.view && view.scenario === now.scenario);
  const options = [...(otherwise ? [["", otherwise]] : []), ...views.map((view) => [view.name, nameOf(view)])];
  const turn = (name) => name && turnTo(views.find((view) => view.name === name));
  return choice(otherwise ?? say("views"), options, chosen?.name ?? "", turn, { "data-key": "more-views", class: chosen ? "chosen" : null });
}

/** The views of the main text, each by its first page. */
function mainViews() {
  return MODEL.views.filter((view) => !view.every && !view.part);
}

/** The pages of the view that is shown, where it takes several. */
function pages(now) {
  const those = pagesOf(now);
  if (those.length < 2) return null;
  const options = those.map(({ name, part }, place) => [name, say("pageOf", place + 1, those.length, part || say("wholeView"))]);
  return choice(say("page"), options, now.name, (name) => change({ view: name }), { "data-key": "page", class: "chosen" });
}

export function pagesOf({ view, scenario, every }) {
  return MODEL.views.filter((each) => each.view === view && each.scenario === scenario && each.every === every);
}

/** A view by its name; a story by what it tells. */
function nameOf({ view, scenario }) {
  const name = say(`view-${view}`);
  return scenario ? `${name}: ${MODEL.scenarios.find(({ id }) => id === scenario)?.title ?? scenario}` : name;
}

/** Where an element is drawn that is not on the picture: a way to the view that shows it, if one does. */
export function wayTo(key) {
  const showing = MODEL.views.filter(({ stands }) => Object.values(stands).some((keys) => keys.includes(key)));
  const now = viewNow();
  const found = showing.find(({ view, scenario }) => view === now.view && scenario === now.scenario) ?? showing[0];
  if (!found) return make("span", { class: "small quiet" }, say("nowhere"));
  const name = [nameOf(found), found.every ? say("everyText") : "", found.part].filter(Boolean).join(", ");
  return make("span", { class: "small quiet" }, around("elsewhere", button(name, () => change({ view: found.name }), { class: "link", "data-key": `way-${key}` })));
}

/** Turn to the next view, or to the one before, of those that show as many texts. */
export function nextView(by) {
  const main = mainViews();
  const now = viewNow();
  const place = main.findIndex((view) => view.view === now.view && view.scenario === now.scenario);
  turnTo(main[(place + by + main.length) % main.length]);
}

/** The view with as many texts as are shown now, where there is one. */
function turnTo(view) {
  const wanted = viewNow().every && MODEL.views.find((each) => each.view === view.view && each.every);
  change({ view: (wanted || view).name });
}

/** The same view of the main text alone and of every text, where these are two pictures. */
function everyText(now) {
  const other = MODEL.views.find((each) => each.view === now.view && each.scenario === now.scenario && each.every !== now.every);
  if (!other) return null;
  return button(say("everyText"), () => change({ view: other.name }), { "aria-pressed": now.every ? "true" : "false", class: "switch", title: say("everyTextSays"), "data-key": "every-text" });
}
