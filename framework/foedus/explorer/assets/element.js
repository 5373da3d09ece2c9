// Elements of the page. Text is only ever set as text: nothing that a model says is read as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, handlers (`onclick`) and children, which are elements or texts. */
export function make(tag, attributes = {}, ...children) {
  return dressed(document.createElement(tag), attributes, children);
}

export function draw(tag, attributes = {}, ...children) {
  return dressed(document.createElementNS(SVG, tag), attributes, children);
}

function dressed(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function button(text, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, text);
}

/** A text of the model, in the language in which it is written. */
export function quoted(text, tag = "span", attributes = {}) {
  return make(tag, { lang: "en", ...attributes }, text);
}

/** A labelled choice; options are pairs of value and text. */
export function choice(label, options, value, onchange, attributes = {}) {
  const select = make(
    "select",
    { onchange: (event) => onchange(event.target.value), ...attributes },
    options.map(([key, text]) => make("option", { value: key, selected: key === value }, text)),
  );
  select.value = value;
  return make("label", { class: "choice" }, make("span", {}, label), select);
}

export function heading(level, text) {
  return make(`h${level}`, {}, text);
}

/** A table with a caption, a head, and rows of cells; the first cell of a row heads it. */
export function tabulated(caption, head, rows) {
  return make(
    "table",
    {},
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, rows),
  );
}

/**
 * Put children in the place of what a node holds. Those that it holds already are not taken out; the focus goes
 * back to what had it, by its `data-key`.
 */
export function refill(node, ...children) {
  const active = document.activeElement;
  const key = node.contains(active) ? active.closest("[data-key]")?.dataset.key : null;
  const wanted = children.flat(Infinity).filter(Boolean);
  const staying = new Set(wanted);
  for (const each of [...node.childNodes]) if (!staying.has(each)) each.remove();
  wanted.forEach((each, place) => {
    if (node.childNodes[place] !== each) node.insertBefore(each, node.childNodes[place] ?? null);
  });
  if (key && !active.isConnected) node.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Say something to whoever listens instead of looking. */
export function announce(text) {
  document.getElementById("announced").textContent = text;
}
