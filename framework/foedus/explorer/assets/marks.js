// Marks on the picture: what is chosen or lit, what stays in the background, and how what a box stands for stands.

import { draw } from "./element.js";
import { boxesFor, boxesOf, svgNow, viewNow } from "./stage.js";
import { state } from "./state.js";

const INK = "#17212B";
const WHITE = "#FFFFFF";
const DARK = "#1F3044";
const WARNING = "#8A1C1C";
const FOCUS = "#1464F4";

const seenOf = new Map();

/** Mark the picture: boxes to be faint, to be lit, the chosen one, and a chip for each box that has one. */
export function mark({ faint, lit, chips }) {
  const svg = svgNow();
  svg.querySelector(".marks")?.remove();
  const marks = draw("g", { class: "marks", "pointer-events": "none" });
  const chosen = new Set(state.at ? boxesFor(state.at) : []);
  const taken = chips.size > 0 ? takenBy(svg) : [];
  for (const box of boxesOf(svg)) {
    const id = box.dataset.id;
    if (faint.has(id)) box.setAttribute("opacity", "0.5");
    else box.removeAttribute("opacity");
    if (chosen.has(id)) marks.append(ring(box, FOCUS, 2.4));
    else if (lit.has(id)) marks.append(ring(box, INK, 2.2));
    box.setAttribute("aria-pressed", chosen.has(id) ? "true" : "false");
    const chip = chips.get(id);
    box.setAttribute("aria-label", chip ? `${box.dataset.said}. ${chip.whole}` : (box.dataset.said ?? ""));
    if (!box.classList.contains("live")) for (const name of ["aria-pressed", "aria-label"]) box.removeAttribute(name);
    if (chip) marks.append(chipOn(box, chip, taken));
  }
  for (const link of svg.querySelectorAll(".link")) {
    const off = faint.has(link.dataset.source) || faint.has(link.dataset.target);
    if (off && faint.size > 0) link.setAttribute("opacity", "0.25");
    else link.removeAttribute("opacity");
  }
  svg.append(marks);
}

/** Forget how large boxes came out, as when the letters of the page have been loaded. */
export function measureAgain() {
  seenOf.clear();
}

function extent(box) {
  const key = `${viewNow().name}/${box.dataset.id}`;
  if (!seenOf.has(key)) {
    const area = box.getBBox();
    if (area.width === 0) return area;
    seenOf.set(key, area);
  }
  return seenOf.get(key);
}

function ring(box, colour, width) {
  const { x, y, width: w, height } = extent(box);
  return draw("rect", { x: x - 2.5, y: y - 2.5, width: w + 5, height: height + 5, rx: 6, fill: "none", stroke: colour, "stroke-width": width });
}

const ruler = document.createElement("canvas").getContext("2d");
const CHIP = 13;
const AIR = 10;

/** What a chip must not cover: the headings of components with some air, and the boxes that hold no other. */
function takenBy(svg) {
  const headings = [...svg.querySelectorAll(".lanes text")].map((text) => {
    const { x, y, width, height } = text.getBBox();
    return { x: x - AIR, y, width: width + 2 * AIR, height, owner: null };
  });
  const boxes = boxesOf(svg).filter(({ dataset }) => dataset.kind !== "line");
  return [...headings, ...boxes.map((box) => ({ ...plain(extent(box)), owner: box.dataset.id }))];
}

function plain({ x, y, width, height }) {
  return { x, y, width, height };
}

function shared(one, other) {
  const right = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(right, 0) * Math.max(down, 0);
}

/** Where a chip stands: at the corner of its box where it covers least of what stands around. */
function chipPlace(id, area, width, taken) {
  const [left, right] = [area.x - 5, area.x + area.width - width + 5];
  const [above, under] = [area.y - 9, area.y + area.height - 4];
  const places = [[right, above], [right, under], [left, above], [left, under], [right, above + 5], [right, under - 5], [left, under - 5]];
  const around = taken.filter(({ owner }) => owner !== id);
  const covered = places.map(([x, y]) => around.reduce((sum, other) => sum + shared({ x, y, width, height: CHIP }, other), 0));
  const [x, y] = places[covered.indexOf(Math.min(...covered))];
  taken.push({ x, y, width, height: CHIP, owner: null });
  return [x, y];
}

/** A chip at a corner of a box: a mark, and the state in a word. On a line, the mark alone. */
function chipOn(box, { mark: kind, mixed, text, changed }, taken) {
  const area = extent(box);
  const strong = !mixed && (kind === "ACTIVE" || kind === "BREACHED");
  const fill = strong && kind === "BREACHED" ? WARNING : strong ? DARK : WHITE;
  const paint = strong ? WHITE : INK;
  if (box.dataset.kind === "line") {
    const spot = draw("g", { transform: `translate(${area.x + area.width + 3} ${area.y + area.height / 2 - 4.5}) scale(0.75)` });
    spot.append(...markParts(kind, kind === "BREACHED" ? WARNING : INK));
    return spot;
  }
  ruler.font = "600 7.6px Inter, sans-serif";
  const width = Math.ceil(ruler.measureText(text).width) + 20;
  const chip = draw("g", { class: "chip", transform: `translate(${chipPlace(box.dataset.id, area, width, taken).join(" ")})` });
  const dash = mixed ? null : kind === "SEVERAL" ? "1.5 2" : kind === "PENDING" || kind === "STANDBY" ? "4 2.5" : null;
  chip.append(
    draw("rect", { width, height: CHIP, rx: 6.5, fill, stroke: changed ? FOCUS : kind === "BREACHED" ? WARNING : INK, "stroke-width": changed ? 1.8 : 0.9, "stroke-dasharray": changed ? null : dash }),
    draw("g", { transform: "translate(4 2) scale(0.75)" }, markParts(kind, kind === "BREACHED" && mixed ? WARNING : paint)),
    draw("text", { x: 15, y: 9.2, "font-size": 7.6, "font-weight": 600, fill: paint }, text),
  );
  return chip;
}

const SHAPES = {
  INACTIVE: [["path", { d: "M2 6h8", line: 1.6 }]],
  STANDBY: [["circle", { cx: 6, cy: 6, r: 4.4, line: 1.5 }]],
  PENDING: [["circle", { cx: 6, cy: 6, r: 4.4, line: 1.5 }], ["path", { d: "M6 1.6a4.4 4.4 0 0 0 0 8.8z", full: true }]],
  ACTIVE: [["circle", { cx: 6, cy: 6, r: 5, full: true }]],
  MAY: [["circle", { cx: 6, cy: 6, r: 4.4, line: 1.5 }], ["circle", { cx: 6, cy: 6, r: 2, full: true }]],
  SUSPENDED: [["path", { d: "M4 2v8M8 2v8", line: 2.2 }]],
  FULFILLED: [["path", { d: "M1.6 6.4l3 3.2 5.8-7", line: 2 }]],
  BREACHED: [["path", { d: "M2 2l8 8M10 2l-8 8", line: 2 }]],
  LAPSED: [["circle", { cx: 6, cy: 6, r: 4.4, line: 1.5 }], ["path", { d: "M3 9l6-6", line: 1.5 }]],
  TERMINATED: [["rect", { x: 2, y: 2, width: 8, height: 8, full: true }]],
  SEVERAL: [["path", { d: "M3.2 4.2a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4.9-1.4 1.7M6 10.6v.2", line: 1.8 }]],
  TRUE: [["path", { d: "M1.6 6.4l3 3.2 5.8-7", line: 2 }]],
  FALSE: [["path", { d: "M2 6h8", line: 1.6 }]],
};

/** The shapes of a state's mark, in a square of 12: a state is never told by colour alone. */
function markParts(kind, colour) {
  return (SHAPES[kind] ?? SHAPES.INACTIVE).map(([tag, { full, line, ...where }]) =>
    draw(tag, { ...where, fill: full ? colour : "none", stroke: full ? null : colour, "stroke-width": line, "stroke-linecap": "round", "stroke-linejoin": "round" }),
  );
}

/** A mark to stand before a word in a table or a panel. */
export function markOf(kind) {
  return draw("svg", { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true" }, markParts(kind, "currentColor"));
}

