// The views: the first as tabs, the others in a menu, and a switch between the main text and every text.

import { button, choice } from "./element.js";
import { MODEL } from "./model.js";
import { change } from "./state.js";
import { viewNow } from "./stage.js";
import { say } from "./words.js";

export function viewParts() {
  const now = viewNow();
  const main = MODEL.views.filter((view) => !view.every);
  const tabs = main.filter((view) => view.first).map((view) => button(nameOf(view), () => turnTo(view), { "aria-pressed": view.of === now.of ? "true" : "false", "data-key": view.name }));
  const others = main.filter((view) => !view.first);
  const chosen = others.find((view) => view.of === now.of && view.scenario === now.scenario);
  const options = [["", say("moreViews")], ...others.map((view) => [view.name, nameOf(view)])];
  const menu = choice(say("moreViews"), options, chosen?.name ?? "", (name) => name && change({ view: name }), { "data-key": "more-views", class: chosen ? "chosen" : null });
  return [tabs, others.length > 0 ? menu : null, everyText(now)];
}

/** A view by its name; a story by what it tells. */
function nameOf({ of, scenario }) {
  const name = say(`view-${of}`);
  return scenario ? `${name}: ${MODEL.scenarios.find(({ id }) => id === scenario)?.title ?? scenario}` : name;
}

/** The view with as many texts as are shown now, where there is one. */
function turnTo(view) {
  const wanted = viewNow().every && MODEL.views.find((each) => each.of === view.of && each.every);
  change({ view: (wanted || view).name });
}

/** The same view of the main text alone and of every text, where these are two pictures. */
function everyText(now) {
  const other = MODEL.views.find((each) => each.of === now.of && each.scenario === now.scenario && each.every !== now.every);
  if (!other) return null;
  return button(say("everyText"), () => change({ view: other.name }), { "aria-pressed": now.every ? "true" : "false", class: "switch", "data-key": "every-text" });
}
