// The stage: one picture at a time, which can be moved, enlarged and walked through by keys.

import { drawn } from "./drawing.js";
import { button, make } from "./element.js";
import { MODEL } from "./model.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

export const frame = make("div", { class: "frame" });
const hint = make("p", { class: "larger small quiet", hidden: true });

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

export function boxesOf(svg) {
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

/** What a box stands for, as it is drawn: each with the height at which its line begins; what has no line comes last. */
function linesOf(box) {
  const texts = [...box.querySelectorAll("text")];
  const placed = viewNow().stands[box.dataset.id].map((key) => {
    const { number, title } = MODEL.elements[key] ?? {};
    const first = texts.find(({ textContent }) => textContent === number) ?? texts.find(({ textContent }) => textContent.startsWith(title));
    return { key, top: first ? first.getBoundingClientRect().top : Infinity };
  });
  return placed.sort((one, other) => one.top - other.top);
}

/** What stands on the line that was clicked, of what is only counted there the next; undefined where lines are not told apart. */
function lineAt(box, { clientY }) {
  const lines = linesOf(box);
  const counted = lines.filter(({ top }) => top === Infinity).map(({ key }) => key);
  if (lines.length < 2 || counted.length === lines.length) return undefined;
  const last = [...box.querySelectorAll("text")].at(-1).getBoundingClientRect().top;
  if (counted.length > 0 && clientY >= last) return counted[(counted.indexOf(state.at) + 1) % counted.length];
  return lines.findLast(({ top }) => top <= clientY)?.key;
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
