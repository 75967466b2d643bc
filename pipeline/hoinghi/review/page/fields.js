// The fields of a row: made from what the server sends, read for what it is to store.

import * as api from "/static/api.js";
import { combo } from "/static/combo.js";
import { $, make } from "/static/dom.js";

export const NAMES = {
  name: "Tên hội nghị, sự kiện",
  type: "Loại",
  day: "Ngày",
  until: "Đến ngày",
  time: "Giờ",
  part: "Buổi",
  venue: "Địa điểm",
  village: "Thôn, khu phố",
  place: "Xã, huyện, tỉnh",
  hosts: "Cơ quan chủ trì",
  role: "Vai trò",
  positions: "Chức vụ",
};
const PERSON = { ...NAMES, name: "Họ và tên" };
// What in the article a field is read from.
const LABELS = {
  name: ["MEETING"], day: ["DATE"], until: ["DATE"], time: ["DATE"], part: ["DATE"],
  venue: ["VENUE"], village: ["LOC"], place: ["LOC"], hosts: ["ORG"],
  title: ["TITLE"], organization: ["ORG"],
};
const ASKED = {
  "no-date": ["day"],
  "no-place": ["place"],
  "no-commune": ["place"],
  "low-confidence": ["name", "day", "place"],
  "doubtful-person": ["name", "role"],
};

const MISSING = { day: "ngày", until: "ngày", time: "giờ", part: "buổi" };

let shown = null; // the item
let spans = {};
let words = {};
let last = null; // the field that was used last

export const setWords = (given) => (words = given);
export const nameOf = (field) => (shown?.table === "people" ? PERSON : NAMES)[field] ?? "Ghi chú";

export function show(item, values) {
  shown = item;
  spans = {};
  last = null;
  const asked = new Set(item.reasons.flatMap((reason) => ASKED[reason] ?? []));
  const build = item.table === "meetings" ? meeting : person;
  const form = $("form");
  form.replaceChildren(...build(values), field("note", "Ghi chú", textarea("note", item.note ?? "")));
  for (const box of form.querySelectorAll(".field")) {
    box.classList.toggle("asked", asked.has(box.dataset.field));
  }
  compare();
}

// The row is another one now, somebody decided on it; what is typed stays.
export function rebase(item) {
  shown = item;
  compare();
}

function field(name, label, control, half = false) {
  control.id ||= `field-${name}`;
  const box = make("div", { class: half ? "field half" : "field" }, make("label", { for: control.id }, label), control);
  box.append(make("div", { class: "machine" }));
  box.dataset.field = name;
  return box;
}

function textarea(name, value) {
  const made = make("textarea", { name, rows: name === "note" ? 1 : 2 });
  made.value = value;
  return made;
}

function text(name, value, hint = "") {
  const made = make("input", { type: "text", name, placeholder: hint });
  made.value = value;
  return made;
}

function select(name, value, options, empty) {
  const made = make("select", { name });
  const all = options.includes(value) || value === "" ? options : [value, ...options];
  if (empty !== undefined || value === "") made.append(make("option", { value: "" }, empty ?? "—"));
  made.append(...all.map((option) => make("option", { value: option }, option)));
  made.value = value;
  return made;
}

function meeting(values) {
  const place = combo({ name: "place" }, (asked) => (asked ? api.units(asked, isoDay()) : []));
  place.input.value = values.place;
  const box = field("place", NAMES.place, place.input);
  box.append(place.list);
  return [
    field("name", NAMES.name, textarea("name", values.name)),
    field("type", NAMES.type, select("type", values.type, words.types)),
    field("day", NAMES.day, text("day", values.day, "23/4/2024"), true),
    field("until", NAMES.until, text("until", values.until), true),
    field("time", NAMES.time, text("time", values.time, "7:30"), true),
    field("part", NAMES.part, select("part", values.part, words.parts, "không rõ"), true),
    field("venue", NAMES.venue, text("venue", values.venue)),
    field("village", NAMES.village, text("village", values.village)),
    box,
    several("hosts", NAMES.hosts, values.hosts, host),
  ];
}

function person(values) {
  return [
    field("name", PERSON.name, text("name", values.name)),
    field("role", PERSON.role, select("role", values.role, words.roles)),
    several("positions", PERSON.positions, values.positions, post),
  ];
}

// A group of equal controls, with an empty one at its end for one more.
function several(name, label, values, one) {
  const box = make("fieldset", { class: "field" }, make("legend", {}, label));
  box.dataset.field = name;
  const rows = make("div", {}, ...values.map(one), one());
  box.append(rows, make("div", { class: "machine" }));
  box.addEventListener("input", () => {
    const end = rows.lastElementChild;
    if ([...end.querySelectorAll("input[type=text]")].some((input) => input.value.trim())) rows.append(one());
  });
  return box;
}

function body(label, value, name) {
  const made = combo({ name, "aria-label": label }, (asked) => known(asked));
  made.input.value = value;
  return make("div", { class: "field" }, made.input, made.list);
}

function known(asked) {
  const plain = (value) => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return shown.bodies.filter((name) => plain(name).includes(plain(asked)) && name !== asked).slice(0, 12);
}

function host(value = "") {
  const made = body("Cơ quan chủ trì", value, "hosts");
  made.classList.add("one");
  return made;
}

function post(value = { title: "", organization: "", former: false }) {
  const title = text("title", value.title, "Chức danh");
  title.setAttribute("aria-label", "Chức danh");
  const organization = body("Cơ quan", value.organization, "organization");
  organization.querySelector("input").placeholder = "Cơ quan";
  const former = make("input", { type: "checkbox", name: "former" });
  former.checked = value.former;
  return make("div", { class: "post" }, title, organization, make("label", {}, former, " nguyên (đã thôi giữ)"));
}

export function read() {
  const form = $("form");
  const value = (name) => form.elements.namedItem(name)?.value.trim().replace(/\s+/g, " ") ?? "";
  if (shown.table === "meetings") {
    const plain = ["name", "type", "day", "until", "time", "part", "venue", "village", "place"];
    const hosts = [...form.querySelectorAll("[name=hosts]")].map((input) => input.value.trim()).filter(Boolean);
    return { ...Object.fromEntries(plain.map((name) => [name, value(name)])), hosts };
  }
  const positions = [...form.querySelectorAll(".post")].map((box) => ({
    title: box.querySelector("[name=title]").value.trim(),
    organization: box.querySelector("[name=organization]").value.trim(),
    former: box.querySelector("[name=former]").checked,
  }));
  return { name: value("name"), role: value("role"), positions: positions.filter((one) => one.title || one.organization) };
}

export const note = () => $("form").elements.namedItem("note").value.trim();
export const taken = () => spans;
export const typed = () => told([read(), note()]);
export const isChanged = () => Boolean(shown) && typed() !== told([shown.form, shown.note ?? ""]);
export const told = (value) => JSON.stringify(value);

export function words_of(value) {
  if (!Array.isArray(value)) return value || "(trống)";
  const parts = value.map((one) =>
    typeof one === "string" ? one : [one.former ? "nguyên" : "", one.title, one.organization].filter(Boolean).join(" "),
  );
  return parts.join("; ") || "(trống)";
}

// Below a field stands what the machine read, where it is something else.
function compare() {
  const now = read();
  for (const box of $("form").querySelectorAll(".field[data-field]")) {
    const name = box.dataset.field;
    if (!(name in now)) continue;
    const differs = told(now[name]) !== told(shown.machine[name]);
    box.querySelector(":scope > .machine").textContent = differs ? `Máy đọc: ${words_of(shown.machine[name])}` : "";
  }
}

function isoDay() {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec($("form").elements.namedItem("day").value.trim());
  return found ? `${found[3]}-${found[2].padStart(2, "0")}-${found[1].padStart(2, "0")}` : "";
}

export function firstAsked() {
  const asked = $("form").querySelector(".field.asked");
  return (asked ?? $("form").querySelector(".field")).querySelector("input, textarea, select");
}

export const wantedLabels = () => LABELS[last?.name] ?? [];

// What words that tell a day, an hour or both give a field. The start day takes all that is told
// with it; an hour alone leaves it as it is.
function wanted(name, heard) {
  if (name === "until") return { until: heard.until || heard.day };
  if (name !== "day") return { [name]: heard[name] };
  return heard.day ? heard : { time: heard.time, part: heard.part };
}

// Puts what is selected in the article into the field that was used last.
export async function take(selection) {
  const control = last?.isConnected ? last : firstAsked();
  const name = control.name;
  const fitting = selection.marks.find((mark) => (LABELS[name] ?? []).includes(mark[2]));
  const where = [selection.start, selection.end];
  if (["day", "until", "time", "part"].includes(name)) {
    const found = wanted(name, await api.day(shown.number, selection.text, fitting?.[4] ?? ""));
    if (!control.isConnected) return "Đã sang dòng khác; không đưa gì vào";
    if (!Object.values(found).some(Boolean)) return `Trong đoạn “${selection.text}” không có ${MISSING[name]}`;
    for (const [part, value] of Object.entries(found)) $("form").elements.namedItem(part).value = value;
    if (found.day) spans.when = where;
  } else if (control.tagName === "SELECT" || control.type === "checkbox") {
    return "Ô này phải chọn, không nhận chữ từ bài";
  } else {
    const canonical = ["place", "hosts", "organization", "title"].includes(name) ? fitting?.[4] : "";
    control.value = canonical || selection.text.replace(/\s+/g, " ");
    if (name !== "note") spans[name === "title" || name === "organization" ? "positions" : name] = where;
  }
  control.focus();
  control.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: name === "place" ? "suggest" : "" }));
  return `Đã đưa vào ô ${nameOf(name === "title" || name === "organization" ? "positions" : name)}`;
}

export function fail(name, problem) {
  for (const control of $("form").querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  $("problem").textContent = problem;
  $("problem").hidden = !problem;
  const box = name ? $("form").querySelector(`.field[data-field="${CSS.escape(name)}"]`) : null;
  const control = box?.querySelector("input, textarea, select");
  if (!control) return;
  control.setAttribute("aria-invalid", "true");
  control.focus();
}

$("form").addEventListener("focusin", (event) => {
  if (event.target.name) last = event.target;
});
$("form").addEventListener("input", (event) => {
  if (event.isTrusted) delete spans[["day", "until", "time", "part"].includes(event.target.name) ? "when" : event.target.name];
  compare();
});
$("form").addEventListener("change", compare);
$("form").addEventListener("submit", (event) => event.preventDefault());
