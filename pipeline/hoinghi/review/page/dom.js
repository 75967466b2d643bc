// Elements are made here alone, and what the server sends only ever becomes text.

export const $ = (id) => document.getElementById(id);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") element.className = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

let silence;
export function say(text) {
  const said = $("said");
  said.textContent = text;
  said.classList.add("on");
  clearTimeout(silence);
  silence = setTimeout(() => said.classList.remove("on"), 4000);
}
