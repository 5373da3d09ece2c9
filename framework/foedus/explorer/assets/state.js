// What is being looked at, kept in the fragment of the address so that it can be shared.

export const MODES = ["look", "play", "ask", "learn"];
const START = {
  mode: "look",
  view: "",
  at: "",
  near: "",
  component: "",
  actor: "",
  standing: "",
  wording: "",
  scenario: "",
  reading: "",
  rule: "",
  turn: "",
  own: "",
  beside: "",
  answer: "",
  lit: "",
  lesson: "",
  language: document.documentElement.lang,
  keys: "",
};

export const state = { ...START };
const listeners = [];

export function onChange(listener) {
  listeners.push(listener);
}

/** What the back button undoes: where somebody went, not what was set there. */
const PLACES = ["mode", "view", "at", "scenario", "answer", "lesson"];

/** Change what is looked at; everything that shows it is told. */
export function change(changes) {
  const went = PLACES.some((name) => name in changes && changes[name] !== state[name]);
  Object.assign(state, changes);
  for (const listener of listeners) listener(Object.keys(changes));
  keep(went);
}

/** The state as a fragment, without what is as at first. */
export function fragment() {
  const said = Object.entries(state).filter(([key, value]) => value !== START[key]);
  return new URLSearchParams(said).toString();
}

function keep(went) {
  try {
    if (went) history.pushState(null, "", `#${fragment()}`);
    else history.replaceState(null, "", `#${fragment()}`);
  } catch {
    // a file that is shown inside another page may not change the address
  }
}

/** Read the state from the fragment: known names only, everything as text. Answers with the names of what is new. */
export function recall() {
  const said = new URLSearchParams(location.hash.slice(1));
  const before = { ...state };
  for (const key of Object.keys(START)) state[key] = said.get(key) ?? START[key];
  if (!MODES.includes(state.mode)) state.mode = START.mode;
  return Object.keys(START).filter((key) => state[key] !== before[key]);
}
