// The rows to be checked, of which the page holds names and states; around the current one some
// hundred are shown.

import { $, make } from "/static/dom.js";

const AROUND = 60;
const STATES = { accept: "đúng", correct: "đã sửa", reject: "đã loại" };

let all = [];
let reasons = {};
export let current = -1;

export function fill(items, texts) {
  all = items.map((item, number) => ({ ...item, number }));
  reasons = texts;
  const counts = new Map();
  for (const item of all) for (const reason of item.reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  $("reason").replaceChildren(
    make("option", { value: "" }, `tất cả (${number(all.length)})`),
    ...Object.entries(texts)
      .filter(([code]) => counts.has(code))
      .map(([code, text]) => make("option", { value: code }, `${text} (${number(counts.get(code))})`)),
  );
}

export const number = (value) => value.toLocaleString("vi-VN");
export const get = (at) => all[at];
export const reasonText = (code) => reasons[code] ?? code;

export function update(at, state) {
  Object.assign(all[at], state);
}

function fits(item) {
  const reason = $("reason").value;
  const shown = $("shown").value;
  return (!reason || item.reasons.includes(reason))
    && (shown === "all" || (shown === "done") === Boolean(item.status));
}

// The current row stays where it is, also when a decision took it out of the filter.
const fitting = () => all.filter((item) => item.number === current || fits(item));

export function neighbour(step, from) {
  const rows = fitting();
  const at = rows.findIndex((item) => item.number === from);
  return rows[at + step]?.number ?? null;
}

// The next row that nobody decided on, behind the current one or else from the beginning.
export function nextOpen() {
  const open = all.filter((item) => fits(item) && !item.status && item.number !== current);
  return (open.find((item) => item.number > current) ?? open[0])?.number ?? null;
}

export const first = () => all.find(fits)?.number ?? null;

export function select(at) {
  current = at;
  draw();
}

export function draw() {
  const rows = fitting();
  const at = Math.max(rows.findIndex((item) => item.number === current), 0);
  const start = Math.max(at - AROUND, 0);
  const part = rows.slice(start, at + AROUND);
  const made = part.map(row);
  if (start) made.unshift(make("li", { class: "more" }, `… ${number(start)} dòng trước`));
  const left = rows.length - start - part.length;
  if (left > 0) made.push(make("li", { class: "more" }, `… ${number(left)} dòng nữa`));
  $("list").replaceChildren(...made);
  $("list").querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  const done = all.filter((item) => item.status).length;
  $("bar").max = Math.max(all.length, 1);
  $("bar").value = done;
  $("counts").textContent = `Đã xem ${number(done)}, còn lại ${number(all.length - done)}`;
}

function row(item) {
  const why = item.status
    ? make("span", { class: `why ${item.status}` }, [STATES[item.status], item.who].filter(Boolean).join(" · "))
    : make("span", { class: "why" }, item.reasons.map(reasonText).join(", "));
  const button = make(
    "button",
    { type: "button", "aria-current": String(item.number === current), tabindex: item.number === current ? "0" : "-1" },
    make("span", { class: "name" }, item.name),
    why,
  );
  button.dataset.number = item.number;
  return make("li", {}, button);
}
