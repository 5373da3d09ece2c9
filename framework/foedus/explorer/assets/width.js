// How wide the window is, and what is folded where it is narrow, so that the picture is seen before the choices.

import { make, refill } from "./element.js";

/** Too narrow for a column beside the picture. */
export const narrow = matchMedia("(max-width: 900px)");
/** As narrow as a phone that is held upright. */
export const phone = matchMedia("(max-width: 560px)");

const fold = make("details", { class: "fold" });

/** Choices that are made seldom: on a phone behind one line, which counts how many differ from what is usual. */
export function folded(label, changed, choices) {
  if (!phone.matches) return choices;
  refill(fold, make("summary", { "data-key": "fold" }, changed > 0 ? `${label} (${changed})` : label), choices);
  return fold;
}
