// The words of the page in the language that is chosen; what it does not have is said in English.

import { ENGLISH } from "./english.js";
import { state } from "./state.js";
import { UKRAINIAN, UKRAINIAN_TERMS } from "./ukrainian.js";

const CATALOGUES = { en: ENGLISH, uk: UKRAINIAN };
const TERMS = { en: {}, uk: UKRAINIAN_TERMS };
export const LANGUAGES = Object.keys(CATALOGUES);

/** The language of the page itself; names may stand in another that only the model has. */
export function tongue() {
  return state.language in CATALOGUES ? state.language : "en";
}

/** A text of the page with its gaps filled. */
export function say(key, ...parts) {
  return (CATALOGUES[tongue()][key] ?? ENGLISH[key] ?? key).replace(/\{(\d)\}/g, (_, place) => parts[place]);
}

/** A text of the page with a node in its first gap. */
export function around(key, node, ...parts) {
  const [before, after] = say(key, "\n", ...parts).split("\n");
  return [before, node, after];
}

/** A word of the closed lists of the language, which comes as Python says it. */
export function term(text) {
  return TERMS[tongue()][text] ?? text;
}
