// A text field with suggestions below it, for the keyboard first: arrows choose, Enter takes, Esc
// closes.

import { make } from "/static/dom.js";

let count = 0;

export function combo(attributes, suggest) {
  const id = `choices-${(count += 1)}`;
  const input = make("input", {
    type: "text",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
    ...attributes,
  });
  const list = make("ul", { class: "choices", role: "listbox", id, hidden: true });
  let chosen = -1;
  let asked = 0;

  function close() {
    asked += 1; // answers that still come are too late
    chosen = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(number) {
    chosen = number;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === number)));
    if (number < 0) return;
    input.setAttribute("aria-activedescendant", list.children[number].id);
    list.children[number].scrollIntoView({ block: "nearest" });
  }

  function take(number) {
    input.value = list.children[number].textContent;
    close();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  async function open() {
    const mine = (asked += 1);
    const found = await suggest(input.value.trim());
    if (mine !== asked || document.activeElement !== input) return;
    list.replaceChildren(
      ...found.map((text, i) => make("li", { role: "option", id: `${id}-${i}`, "aria-selected": "false" }, text)),
    );
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    chosen = -1;
  }

  input.addEventListener("input", (event) => {
    if (event.isTrusted || event.detail === "suggest") open();
  });
  input.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const size = list.hidden ? 0 : list.children.length;
    if (event.key === "ArrowDown" && !size) open();
    else if (event.key === "ArrowDown") mark((chosen + 1) % size);
    else if (event.key === "ArrowUp" && size) mark((chosen - 1 + size) % size);
    else if (event.key === "Enter" && size) take(Math.max(chosen, 0));
    else if (event.key === "Escape" && size) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the field keeps the focus
    const item = event.target.closest("li");
    if (item) take([...list.children].indexOf(item));
  });
  return { input, list, open };
}
