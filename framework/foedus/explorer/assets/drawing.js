// Pictures from the data in which the page holds them: forms that elements share, and trees of elements.

import { draw } from "./element.js";
import { MODEL } from "./model.js";

/** The element that a tree stands for: the number of its form, its own attributes, then what is inside it. */
export function drawn([form, ...parts]) {
  const [tag, shared, own] = MODEL.forms[form];
  const attributes = { ...shared };
  own.forEach((name, place) => (attributes[name] = parts[place]));
  return draw(tag, attributes, ...parts.slice(own.length).map((part) => (Array.isArray(part) ? drawn(part) : part)));
}
