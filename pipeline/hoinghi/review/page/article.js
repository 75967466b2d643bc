// The article with its marks. The server counts characters as Unicode does, a page in halves of
// them: an array of whole characters stands between.

import { $, make } from "/static/dom.js";

let points = [];
let marks = [];
let at = -1; // the mark that Alt+M is on
let labels = {};

export function setLabels(words) {
  labels = words;
  $("legend").replaceChildren(
    ...Object.entries(words).map(([label, word]) => make("mark", { class: label }, word)),
  );
}

export function show(article, found) {
  $("title").textContent = article.title;
  const source = /^https?:\/\//i.test(article.source)
    ? make("a", { href: article.source, target: "_blank", rel: "noopener noreferrer" }, article.source)
    : article.source;
  $("facts").replaceChildren(
    ...[article.published && `Đăng ngày ${article.published} · `, source].filter(Boolean),
  );
  points = Array.from(article.text);
  marks = found.filter(([start, end]) => start >= 0 && start < end && end <= points.length);
  at = -1;
  const text = $("text");
  text.replaceChildren(...pieces());
  const own = text.querySelector("mark.own");
  if (own) own.scrollIntoView({ block: "center" });
  else text.closest("main").scrollTop = 0;
}

// Where marks overlap, a piece has the colour of the narrowest.
function pieces() {
  const edges = new Set([0, points.length]);
  for (const [start, end] of marks) edges.add(start).add(end);
  const sorted = [...edges].sort((a, b) => a - b);
  const order = marks.map((mark, number) => [...mark, number]).sort((a, b) => a[0] - b[0]);
  const made = [];
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const [start, end] = [sorted[i], sorted[i + 1]];
    open = open.filter((mark) => mark[1] > start);
    while (next < order.length && order[next][0] <= start) open.push(order[next++]);
    made.push(piece(points.slice(start, end).join(""), open));
  }
  return made;
}

function piece(text, open) {
  if (!open.length) return document.createTextNode(text);
  const narrow = open.reduce((a, b) => (b[1] - b[0] < a[1] - a[0] ? b : a));
  const own = open.some((mark) => mark[3]);
  const element = make("mark", { class: own ? `${narrow[2]} own` : narrow[2], title: labels[narrow[2]] }, text);
  element.dataset.marks = open.map((mark) => mark[5]).join(" ");
  return element;
}

// Returns what is selected in the article: its text, its place, and the mark that it is.
export function selected() {
  const selection = getSelection();
  const text = $("text");
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  let start = Array.from(before.toString()).length;
  let end = start + Array.from(range.toString()).length;
  while (start < end && !points[start].trim()) start += 1;
  while (start < end && !points[end - 1].trim()) end -= 1;
  if (start === end) return null;
  const same = marks.filter((mark) => mark[0] === start && mark[1] === end);
  return { text: points.slice(start, end).join(""), start, end, marks: same };
}

// Selects the next mark with one of the labels; returns whether there is one.
export function selectNext(wanted, step) {
  const fits = (number) => !wanted.length || wanted.includes(marks[number][2]);
  for (let i = 1; i <= marks.length; i += 1) {
    const number = (((at < 0 && step < 0 ? 0 : at) + step * i) % marks.length + marks.length) % marks.length;
    if (!fits(number)) continue;
    at = number;
    const parts = [...$("text").querySelectorAll("mark")].filter((mark) =>
      mark.dataset.marks.split(" ").includes(String(number)),
    );
    for (const mark of $("text").querySelectorAll(".at")) mark.classList.remove("at");
    for (const mark of parts) mark.classList.add("at");
    const range = document.createRange();
    range.setStartBefore(parts[0]);
    range.setEndAfter(parts.at(-1));
    const focused = document.activeElement;
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
    parts[0].scrollIntoView({ block: "center" });
    return true;
  }
  return false;
}

// The mark that Alt+M is on, for when the field has taken the selection.
export function current() {
  if (at < 0 || !$("text").querySelector(".at")) return null;
  const mark = marks[at];
  return { text: points.slice(mark[0], mark[1]).join(""), start: mark[0], end: mark[1], marks: [mark] };
}

export function release() {
  for (const mark of $("text").querySelectorAll(".at")) mark.classList.remove("at");
}
