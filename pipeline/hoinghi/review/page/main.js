// The page: what is shown, what is stored, and which key does what.

import * as api from "/static/api.js";
import * as article from "/static/article.js";
import { $, make, say } from "/static/dom.js";
import * as fields from "/static/fields.js";
import * as list from "/static/list.js";

const SECONDS = 3; // between questions for what others decided
const STATES = { accept: "Đúng", correct: "Đã sửa", reject: "Đã loại", withdraw: "Hoàn tác" };

const UNSAVED = "Có thay đổi chưa lưu: Ctrl Enter để lưu, Esc để bỏ";

let shown = null;
let total = 0;
let busy = false; // a decision is on its way
let asked = 0; // how often a row was asked for: only the newest answer is shown
let loading = false;
let coming = null; // the row that was asked for last
const filters = { reason: "", shown: "open" }; // what is chosen there

// The token was in the address; from now on the cookie says who we are.
history.replaceState(null, "", "/");

async function start() {
  const given = await api.items();
  total = given.total;
  $("who").textContent = `Người duyệt: ${given.who}`;
  article.setLabels(given.labels);
  fields.setWords(given);
  list.fill(given.items, given.reasonTexts);
  for (const filter of Object.keys(filters)) filters[filter] = $(filter).value; // a browser may keep them
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

// Tells assistive software, and whoever waits, whether a key would decide now.
function mark() {
  document.body.setAttribute("aria-busy", String(busy || loading));
}

// Shows a row. What is typed into the form while its answer is on the way keeps the one shown.
async function go(number, unsaved = UNSAVED) {
  const mine = ++asked;
  loading = number !== null;
  coming = number;
  mark();
  if (!loading) return empty();
  try {
    const item = await api.item(number);
    if (mine !== asked) return;
    const inForm = $("form").contains(document.activeElement);
    const used = shown?.number === number && inForm; // is about to be typed into
    if (shown && (used || fields.isChanged())) {
      list.select(shown.number);
      return say(unsaved);
    }
    list.select(number);
    show(item, item.form);
    $("side").scrollTop = 0;
    if (inForm) fields.firstAsked().focus(); // or the next letters would be commands
  } finally {
    if (mine === asked) loading = false;
    mark();
  }
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
  if (!shown || busy || loading) return; // of the row that is seen, not of one that is to come
  if (action === "withdraw" && !shown.status) return say("Dòng này chưa có quyết định nào");
  if (action === "accept" && fields.isChanged()) action = "correct"; // nothing typed is lost
  busy = true;
  mark();
  const number = shown.number;
  const decision = { action, version: shown.version, note: fields.note() };
  if (action === "correct") decision.form = { ...fields.read(), spans: fields.taken() };
  const sent = fields.typed();
  try {
    const now = await api.decide(number, decision);
    list.update(number, now);
    say(action === "withdraw" ? "Đã trả lại như máy đọc" : `Đã ghi: ${STATES[now.status]}`);
    if (fields.typed() !== sent) return typedOn(now);
    document.activeElement?.blur();
    show(now, now.form);
    const next = action === "withdraw" ? null : list.nextOpen();
    if (next !== null) return await go(next);
    list.draw();
    if (action !== "withdraw" && $("shown").value === "open") empty();
  } catch (error) {
    refused(error);
  } finally {
    busy = false;
    mark();
  }
}

// While the decision was on its way, more was typed: it stays, as a change of what is stored now.
function typedOn(now) {
  rebase(now);
  list.draw();
  say(`Đã ghi: ${STATES[now.status] ?? STATES.withdraw}. ${UNSAVED}`);
}

// The row is another one now; the form stays as it was typed.
function rebase(item) {
  shown = item;
  fields.rebase(item);
  state();
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
  rebase(item);
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
      " Chưa có gì của bạn bị mất: hãy so sánh hai bản, rồi giữ bản của họ, hoặc quyết định lại để ghi bản của bạn."),
    differing.length ? make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)) : "",
    make("p", {}, keep),
  );
  $("conflict").hidden = false;
  $("side").scrollTop = 0;
}

async function catchUp() {
  if (document.hidden || busy || loading) return;
  try {
    const found = await api.changes(total);
    total = found.total;
    const numbers = Object.entries(found.items);
    for (const [number, now] of numbers) list.update(Number(number), now);
    if (!numbers.length) return;
    list.draw();
    const mine = shown && found.items[shown.number];
    if (mine && mine.version !== shown.version && !busy && !loading) {
      await go(shown.number, `${mine.who || "Người khác"} vừa quyết định dòng này; khi lưu, trang sẽ hiện cả hai bản để bạn so sánh`);
    }
  } catch (error) {
    say(error.message);
  }
}

async function move(step) {
  if (busy) return;
  if (fields.isChanged()) return say(UNSAVED);
  const next = list.neighbour(step, loading ? coming : list.current);
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
  if (shown && !busy && fields.isChanged()) {
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
  const always = ["?", "f", "Escape", ...(loading ? ["j", "k", "ArrowDown", "ArrowUp"] : [])];
  if (!action || (!shown && !always.includes(event.key))) return;
  event.preventDefault();
  action();
});

for (const action of ["accept", "reject", "withdraw"]) $(action).addEventListener("click", () => decide(action));
$("save").addEventListener("click", () => decide("correct"));
$("help-button").addEventListener("click", () => $("help").showModal());
$("list").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button || busy) return;
  if (fields.isChanged()) return say(UNSAVED);
  go(Number(button.dataset.number)).catch(refused);
});
for (const filter of Object.keys(filters)) {
  $(filter).addEventListener("change", () => {
    if (busy || (shown && fields.isChanged())) {
      $(filter).value = filters[filter];
      return say(busy ? "Đang ghi; hãy chọn lại sau giây lát" : UNSAVED);
    }
    filters[filter] = $(filter).value;
    list.select(-1);
    go(list.first()).catch(refused);
  });
}
addEventListener("beforeunload", (event) => {
  if (shown && fields.isChanged()) event.preventDefault();
});

start().catch((error) => {
  $("empty").hidden = false;
  $("empty").textContent = error.message || String(error);
});
