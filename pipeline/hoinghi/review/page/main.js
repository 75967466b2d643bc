// The page: what is shown, what is stored, and which key does what.

import * as api from "/static/api.js";
import * as article from "/static/article.js";
import { $, make, say } from "/static/dom.js";
import * as fields from "/static/fields.js";
import * as list from "/static/list.js";

const SECONDS = 3; // between questions for what others decided
const STATES = { accept: "Đúng", correct: "Đã sửa", reject: "Đã loại", withdraw: "Hoàn tác" };

let shown = null;
let total = 0;
let busy = false;

// The token was in the address; from now on the cookie says who we are.
history.replaceState(null, "", "/");

async function start() {
  const given = await api.items();
  total = given.total;
  $("who").textContent = `Người duyệt: ${given.who}`;
  article.setLabels(given.labels);
  fields.setWords(given);
  list.fill(given.items, given.reasonTexts);
  await go(list.first());
  setInterval(catchUp, SECONDS * 1000);
}

function empty() {
  shown = null;
  list.select(-1);
  $("article").hidden = $("side").hidden = true;
  $("empty").hidden = false;
  $("empty").textContent = $("shown").value === "open"
    ? "Không còn dòng nào cần duyệt ở đây. Nhấn Ctrl-C ở cửa sổ lệnh để kết thúc; các bảng sẽ được cập nhật."
    : "Không có dòng nào.";
}

async function go(number) {
  if (number === null) return empty();
  const item = await api.item(number);
  list.select(number);
  show(item, item.form);
  $("side").scrollTop = 0;
}

function show(item, values) {
  shown = item;
  $("empty").hidden = true;
  $("article").hidden = $("side").hidden = false;
  $("conflict").hidden = true;
  const percent = item.confidence === null ? "không rõ" : `${list.number(Math.round(item.confidence * 100))} %`;
  $("reasons").replaceChildren(
    ...item.reasons.map((code) => make("span", { class: "reason" }, list.reasonText(code))),
    make("span", { class: "quiet" }, `Độ tin cậy của máy: ${percent}`),
    item.meeting ? make("span", { class: "quiet" }, `Dự: ${item.meeting}`) : "",
  );
  fields.fail("", "");
  fields.show(item, values);
  state();
  article.show(item.article, item.marks);
}

function state() {
  const decided = Boolean(shown.status);
  $("state").className = `state ${shown.status}`;
  $("state").textContent = decided ? `${STATES[shown.status]} – ${shown.who}, ${moment(shown.when)}` : "";
  $("withdraw").disabled = !decided;
}

const moment = (when) => {
  const found = new Date(when);
  return Number.isNaN(found.valueOf()) ? when : found.toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
};

async function decide(action) {
  if (!shown || busy) return;
  if (action === "withdraw" && !shown.status) return say("Dòng này chưa có quyết định nào");
  if (action === "accept" && fields.isChanged()) action = "correct"; // nothing typed is lost
  busy = true;
  const number = shown.number;
  const decision = { action, version: shown.version, note: fields.note() };
  if (action === "correct") decision.form = { ...fields.read(), spans: fields.taken() };
  try {
    const now = await api.decide(number, decision);
    list.update(number, now);
    say(action === "withdraw" ? "Đã trả lại như máy đọc" : `Đã ghi: ${STATES[now.status]}`);
    document.activeElement?.blur();
    const next = action === "withdraw" ? number : list.nextOpen();
    if (next === null) {
      show(now, now.form);
      list.draw();
      if ($("shown").value === "open") empty();
    } else await go(next);
  } catch (error) {
    refused(error);
  } finally {
    busy = false;
  }
}

function refused(error) {
  if (error.status === 409) return conflict(error.body);
  fields.fail(error.body?.field ?? "", error.message || String(error));
}

// Somebody else was quicker: both are shown, and what was typed here stays in the form.
function conflict({ theirs, item }) {
  const mine = fields.read();
  const differing = Object.keys(mine).filter((name) => fields.told(mine[name]) !== fields.told(item.form[name]));
  list.update(item.number, item);
  list.draw();
  shown = { ...item };
  const head = ["", `Của ${theirs.who}`, "Của bạn"].map((text) => make("th", { scope: "col" }, text));
  const rows = differing.map((name) => make(
    "tr", {}, make("th", { scope: "row" }, fields.nameOf(name)),
    make("td", {}, fields.words_of(item.form[name])), make("td", {}, fields.words_of(mine[name])),
  ));
  const keep = make("button", { type: "button", id: "keep-theirs" }, `Giữ của ${theirs.who}`);
  keep.addEventListener("click", () => {
    show(item, item.form);
    say(`Giữ quyết định của ${theirs.who}`);
  });
  $("conflict").replaceChildren(
    make("p", {}, make("strong", {}, `${theirs.who} vừa quyết định “${STATES[theirs.action]}” lúc ${moment(theirs.when)}.`),
      " Chưa có gì của bạn bị mất: hãy so hai bên, rồi giữ của họ hoặc quyết định lại để ghi của bạn."),
    differing.length ? make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)) : "",
    make("p", {}, keep),
  );
  $("conflict").hidden = false;
  $("side").scrollTop = 0;
  state();
}

async function catchUp() {
  if (document.hidden || busy) return;
  try {
    const found = await api.changes(total);
    total = found.total;
    const numbers = Object.entries(found.items);
    for (const [number, now] of numbers) list.update(Number(number), now);
    if (!numbers.length) return;
    list.draw();
    const mine = shown && found.items[shown.number];
    if (mine && mine.version !== shown.version && !busy) {
      if (fields.isChanged()) say(`${mine.who} vừa quyết định dòng này; khi lưu, bạn sẽ được so hai bên`);
      else await go(shown.number);
    }
  } catch (error) {
    say(error.message);
  }
}

async function move(step) {
  if (fields.isChanged()) return say("Có thay đổi chưa lưu: Ctrl Enter để lưu, Esc để bỏ");
  const next = list.neighbour(step);
  if (next === null) return say(step > 0 ? "Đây là dòng cuối" : "Đây là dòng đầu");
  await go(next).catch(refused);
}

async function takeOver() {
  const selection = article.selected() ?? article.current();
  if (!selection) return say("Chưa chọn đoạn nào trong bài (Alt M chọn đoạn được đánh dấu)");
  say(await fields.take(selection).catch((error) => error.message));
  article.release();
}

function nextMark(step) {
  if (!article.selectNext(fields.wantedLabels(), step)) say("Trong bài không có đoạn nào hợp với ô này");
}

function leave() {
  const active = document.activeElement;
  if (active?.closest("#form, .top select")) return active.blur();
  if (shown && fields.isChanged()) {
    show(shown, shown.form);
    say("Đã bỏ những gì chưa lưu");
  }
}

const KEYS = {
  j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
  a: () => decide("accept"), r: () => decide("reject"), u: () => decide("withdraw"),
  e: () => fields.firstAsked().focus(), f: () => $("reason").focus(),
  m: () => nextMark(1), M: () => nextMark(-1), t: takeOver, "?": () => $("help").showModal(),
};

function typing(target) {
  return target instanceof Element && target.closest("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if ($("help").open) {
    if (event.key === "?") $("help").close();
    return;
  }
  if (event.isComposing) return; // a Vietnamese keyboard puts letters together
  let action = null;
  if (event.altKey && event.code === "KeyM") action = () => nextMark(event.shiftKey ? -1 : 1);
  else if (event.altKey && event.code === "KeyT") action = takeOver;
  else if ((event.ctrlKey || event.metaKey) && event.key === "Enter") action = () => decide("correct");
  else if (event.key === "Escape") action = leave;
  else if (!event.ctrlKey && !event.altKey && !event.metaKey && !typing(event.target)) {
    action = KEYS[event.key.length === 1 && event.key !== "M" ? event.key.toLowerCase() : event.key];
  }
  if (!action || (!shown && !["?", "f", "Escape"].includes(event.key))) return;
  event.preventDefault();
  action();
});

for (const action of ["accept", "reject", "withdraw"]) $(action).addEventListener("click", () => decide(action));
$("save").addEventListener("click", () => decide("correct"));
$("help-button").addEventListener("click", () => $("help").showModal());
$("list").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (fields.isChanged()) return say("Có thay đổi chưa lưu: Ctrl Enter để lưu, Esc để bỏ");
  go(Number(button.dataset.number)).catch(refused);
});
for (const filter of ["reason", "shown"]) {
  $(filter).addEventListener("change", () => {
    list.select(-1);
    go(list.first()).catch(refused);
  });
}
addEventListener("beforeunload", (event) => {
  if (fields.isChanged()) event.preventDefault();
});

start().catch((error) => {
  $("empty").hidden = false;
  $("empty").textContent = error.message || String(error);
});
