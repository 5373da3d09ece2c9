// The stage: one picture at a time, which can be moved, enlarged, walked through by keys, and marked.

import { drawn } from "./drawing.js";
import { button, draw, make } from "./element.js";
import { MODEL } from "./model.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

const INK = "#17212B";
const WHITE = "#FFFFFF";
const DARK = "#1F3044";
const WARNING = "#8A1C1C";
const FOCUS = "#1464F4";

export const frame = make("div", { class: "frame" });
const hint = make("p", { class: "larger small quiet", hidden: true });
const seenOf = new Map();

/** The stage; each picture is drawn when it is first looked at. */
export function stage() {
  listen();
  return make("div", { class: "stage", id: "stage" }, frame, hint);
}

function shownAs(view) {
  const known = document.getElementById(`view-${view.name}`);
  if (known) return known;
  const picture = make("div", { class: "picture", id: `view-${view.name}` }, drawn(view.tree));
  prepare(picture.querySelector("svg"), view);
  frame.append(picture);
  return picture;
}

/** The buttons that enlarge, reduce and show the whole. */
export function zooms() {
  return make(
    "div",
    { class: "zooms" },
    button("−", () => zoom(1.25), { "aria-label": say("zoomOut"), title: say("zoomOut") }),
    button("+", () => zoom(0.8), { "aria-label": say("zoomIn"), title: say("zoomIn") }),
    button(say("fit"), () => fit()),
  );
}

/** Make the boxes of a picture that stand for something into buttons; one of them at a time takes the focus. */
function prepare(svg, view) {
  svg.setAttribute("role", "group");
  svg.removeAttribute("aria-labelledby");
  for (const box of boxesOf(svg)) {
    if (!(box.dataset.id in view.stands)) continue;
    box.setAttribute("role", "button");
    box.setAttribute("tabindex", "-1");
    box.dataset.said = saidOf(box);
    box.dataset.title = box.querySelector("title")?.textContent ?? "";
    box.querySelector("title")?.remove();
    for (const text of box.querySelectorAll("text")) text.after(" ");
    box.setAttribute("aria-label", box.dataset.said);
    box.classList.add("live");
  }
  svg.querySelector(".live")?.setAttribute("tabindex", "0");
}

/** What a box is called: the words in it, which a voice command can name, then its whole sentence. */
function saidOf(box) {
  const written = [...box.querySelectorAll("text")].map((text) => text.textContent).join(" ");
  const whole = box.querySelector("title")?.textContent ?? "";
  return whole === written ? whole : `${written}. ${whole}`;
}

function boxesOf(svg) {
  return [...svg.querySelectorAll(".box")];
}

export function viewNow() {
  return MODEL.views.find((each) => each.name === state.view) ?? MODEL.views[0];
}

export function svgNow() {
  return document.querySelector(`#view-${viewNow().name} svg`);
}

export function showView() {
  const shown = shownAs(viewNow());
  shown.querySelector("svg").setAttribute("aria-label", say("picture", viewNow().title));
  for (const picture of frame.children) picture.hidden = picture !== shown;
  hintNow();
}

/** The boxes of the picture that stand for an element. */
export function boxesFor(key) {
  return Object.entries(viewNow().stands).filter(([, keys]) => keys.includes(key)).map(([id]) => id);
}

// --- moving and enlarging -----------------------------------------------------------------------

const LARGEST = 8;
const FITTED = "fitted";

/** Show the whole picture. */
export function fit() {
  const { style, classList } = svgNow();
  style.width = style.maxHeight = "";
  classList.add(FITTED);
  hintNow();
}

/** Enlarge (a factor under 1) or reduce about a point of the frame, by default its middle. */
export function zoom(factor, point = [frame.clientWidth / 2, frame.clientHeight / 2]) {
  const svg = svgNow();
  const before = svg.getBoundingClientRect();
  const corner = frame.getBoundingClientRect();
  const [right, down] = [point[0] + corner.x - before.x, point[1] + corner.y - before.y];
  const now = scaleOf(svg, before);
  fit();
  const whole = scaleOf(svg, svg.getBoundingClientRect());
  const scale = Math.min(now / factor, whole * LARGEST);
  if (scale <= whole) return;
  svg.classList.remove(FITTED);
  svg.style.maxHeight = "none";
  svg.style.width = `${scale * svg.viewBox.baseVal.width}px`;
  frame.scrollLeft = (right * scale) / now - point[0];
  frame.scrollTop = (down * scale) / now - point[1];
  hintNow();
}

/** Pixels for a point of the picture, however much air the picture has around it. */
function scaleOf(svg, { width, height }) {
  return Math.min(width / svg.viewBox.baseVal.width, height / svg.viewBox.baseVal.height);
}

/** A picture that is larger than its frame says so. */
function hintNow() {
  hint.hidden = frame.scrollWidth <= frame.clientWidth + 1 && frame.scrollHeight <= frame.clientHeight + 1;
  hint.textContent = hint.hidden ? "" : say("larger");
  frame.classList.toggle("movable", !hint.hidden);
}

function spotOf(...points) {
  const { x, y } = frame.getBoundingClientRect();
  const middle = (name) => points.reduce((sum, point) => sum + point[name], 0) / points.length;
  return [middle("clientX") - x, middle("clientY") - y];
}

let held = null; // where the mouse was while it drags
let dragged = 0;
let fingers = null; // how far two fingers were from each other, and where

/** The page scrolls as everywhere: only a mouse that drags, Ctrl and the wheel, and two fingers are taken. */
function listen() {
  frame.addEventListener("wheel", turned, { passive: false });
  frame.addEventListener("pointerdown", (event) => {
    held = event.pointerType === "mouse" && event.button === 0 ? event : null;
    dragged = 0;
  });
  frame.addEventListener("pointermove", drag);
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) frame.addEventListener(end, () => (held = null));
  for (const name of ["touchstart", "touchmove"]) frame.addEventListener(name, pinch, { passive: false });
  frame.addEventListener("click", clicked);
  frame.addEventListener("keydown", pressed);
  window.addEventListener("resize", hintNow);
}

function turned(event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoom(event.deltaY > 0 ? 1.12 : 0.89, spotOf(event));
}

function drag(event) {
  if (!held) return;
  const [dx, dy] = [event.clientX - held.clientX, event.clientY - held.clientY];
  dragged += Math.abs(dx) + Math.abs(dy);
  held = event;
  if (dragged >= 4) frame.scrollBy(-dx, -dy);
}

function pinch(event) {
  if (event.touches.length !== 2) return;
  event.preventDefault();
  const [one, other] = event.touches;
  const now = { apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1, spot: spotOf(one, other) };
  if (event.type === "touchmove" && fingers) {
    zoom(fingers.apart / now.apart, fingers.spot);
    frame.scrollBy(...now.spot.map((each, axis) => fingers.spot[axis] - each));
  }
  fingers = now;
}

function clicked(event) {
  const box = event.target.closest(".live");
  if (dragged >= 4) dragged = 0;
  else if (box) choose(box, lineAt(box, event));
}

/** What a box stands for, in the order in which it is drawn: each with the height at which its line begins. */
function linesOf(box) {
  const texts = [...box.querySelectorAll("text")];
  const placed = viewNow().stands[box.dataset.id].map((key) => {
    const { number, title } = MODEL.elements[key] ?? {};
    const first = texts.find(({ textContent }) => textContent === number) ?? texts.find(({ textContent }) => textContent.startsWith(title));
    return { key, top: first ? first.getBoundingClientRect().top : -Infinity };
  });
  return placed.sort((one, other) => one.top - other.top);
}

/** What stands on the line that was clicked; undefined where no line of its own was. */
function lineAt(box, { clientY, detail }) {
  const lines = linesOf(box);
  if (detail === 0 || lines.length < 2) return undefined;
  return lines.findLast(({ top }) => top > -Infinity && top <= clientY)?.key;
}

/** Choose what a line of a box stands for; without one, the first, or the one after what is chosen. */
function choose(box, line) {
  const keys = linesOf(box).map(({ key }) => key);
  change({ at: line ?? keys[(keys.indexOf(state.at) + 1) % keys.length], near: "" });
}

// --- keys -----------------------------------------------------------------------------------------

const PACE = 60; // pixels
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function pressed(event) {
  const box = event.target.closest(".live");
  if (event.key in ARROWS && event.shiftKey) {
    event.preventDefault();
    frame.scrollBy(...ARROWS[event.key].map((each) => PACE * each));
  } else if (event.key in ARROWS && box) {
    event.preventDefault();
    neighbour(box, ARROWS[event.key])?.focus();
  } else if ((event.key === "Enter" || event.key === " ") && box) {
    event.preventDefault();
    choose(box);
  }
}

/** The box of the picture that takes the focus. */
export function boxToEnter() {
  return svgNow().querySelector('.live[tabindex="0"]');
}

/** The nearest box in a direction: what lies straight ahead counts as nearer than what lies aside. */
function neighbour(box, [right, down]) {
  const middle = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  const [x, y] = middle(box);
  let best = null;
  for (const other of svgNow().querySelectorAll(".live")) {
    const [a, b] = middle(other);
    const ahead = (a - x) * right + (b - y) * down;
    const aside = Math.abs((a - x) * down) + Math.abs((b - y) * right);
    if (other !== box && ahead > 1 && (best === null || ahead + 2 * aside < best.far)) best = { other, far: ahead + 2 * aside };
  }
  if (best) {
    box.setAttribute("tabindex", "-1");
    best.other.setAttribute("tabindex", "0");
  }
  return best?.other;
}

// --- marks ----------------------------------------------------------------------------------------

/** Mark the picture: boxes to be faint, to be lit, the chosen one, and a chip for each box that has one. */
export function mark({ faint, lit, chips }) {
  const svg = svgNow();
  svg.querySelector(".marks")?.remove();
  const marks = draw("g", { class: "marks", "pointer-events": "none" });
  const chosen = new Set(state.at ? boxesFor(state.at) : []);
  const taken = chips.size > 0 ? takenBy(svg) : [];
  for (const box of boxesOf(svg)) {
    const id = box.dataset.id;
    if (faint.has(id)) box.setAttribute("opacity", "0.32");
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

