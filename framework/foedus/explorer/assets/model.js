// The model as the page holds it: what Python has said of it, with what was said once put back in every place.

import { state } from "./state.js";

const said = JSON.parse(document.getElementById("data").textContent);

/** Parts of a pool in the places that refer to them. */
function whole(value, pool) {
  if (Array.isArray(value)) return value.map((part) => whole(part, pool));
  if (value === null || typeof value !== "object") return value;
  if ("$" in value) return pool[value.$];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, whole(part, pool)]));
}

function filled({ root, pool }) {
  pool.forEach((part, index) => (pool[index] = whole(part, pool)));
  return whole(root, pool);
}

export const MODEL = filled(said);

/** An element's name, in the language that is chosen where the model gives it. */
export function titleOf(key) {
  const element = MODEL.elements[key];
  if (!element) return key.slice(key.indexOf("/") + 1);
  const title = element.labels[state.language] ?? element.title;
  return element.number ? `${element.number} ${title}` : title;
}

/** The language in which an element's name is said. */
export function langOf(key) {
  return MODEL.elements[key]?.labels[state.language] ? state.language : "en";
}

/** The ids of provisions in the order of their numbers. */
export const PROVISIONS = Object.keys(MODEL.elements)
  .filter((key) => key.startsWith("provisions/"))
  .sort((one, other) => {
    const [a, b] = [one, other].map((key) => MODEL.elements[key].number.split("."));
    return a[0] === b[0] ? Number(a[1]) - Number(b[1]) : a[0].localeCompare(b[0], "en", { numeric: true });
  });

/** What is tied to an element: each other end with the words between, from source to target. */
export function tiesOf(key) {
  return MODEL.ties.filter(([source, target]) => source === key || target === key);
}

/** An element and everything that is tied to it. */
export function near(key) {
  return new Set([key, ...tiesOf(key).flatMap(([source, target]) => [source, target])]);
}

/** Elements in which every word of a query is found, those that begin with it first. */
export function matching(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = Object.entries(MODEL.elements).filter(([key, each]) => {
    const text = [key, each.number, each.title, each.lead, ...Object.values(each.labels), ...each.rows.map(([, row]) => row)];
    const whole = text.filter(Boolean).join(" ").toLowerCase();
    return words.every((word) => whole.includes(word));
  });
  const rank = ([, each]) => (words.every((word) => each.title.toLowerCase().includes(word)) ? 0 : 1);
  return hits.sort((one, other) => rank(one) - rank(other)).map(([key]) => key);
}
