"use strict";

/** Text with coloured spans, made of nodes: whatever a text says, it is only ever text. */
const marks = (() => {
  /** `[start, length, label, ...]` as a list of spans that fit into a text of `size` units. */
  function spans(flat, size) {
    const found = [];
    for (let i = 0; i + 2 < flat.length; i += 3) {
      const [start, end, label] = [flat[i], flat[i] + flat[i + 1], flat[i + 2]];
      if (start >= 0 && start < end && end <= size) found.push({ start, end, label });
    }
    return inOrder(found);
  }

  function inOrder(found) {
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** An empty mark in the colour of a label. */
  function mark(label, names) {
    const element = document.createElement("mark");
    element.className = `label-${label}`;
    element.title = names[label];
    return element;
  }

  /** Fill `parent` with a stretch of text; a span that crosses another comes in two. */
  function fill(parent, text, stretch, names) {
    let { from, found } = stretch;
    while (found.length > 0) {
      const [{ start, end, label }, ...others] = found;
      const inside = others.filter((other) => other.start < end);
      const element = mark(label, names);
      parent.append(text.slice(from, start), element);
      const own = inside.map((other) => ({ ...other, end: Math.min(other.end, end) }));
      fill(element, text, { from: start, to: end, found: own }, names);
      const over = inside.filter((other) => other.end > end);
      const cut = over.map((other) => ({ ...other, start: end }));
      found = inOrder([...cut, ...others.filter((other) => other.start >= end)]);
      from = end;
    }
    parent.append(text.slice(from, stretch.to));
  }

  /** The text as a `<bdi>` with a `<mark>` for every span; `names` are those of the labels. */
  function marked(text, flat, names) {
    const box = document.createElement("bdi");
    fill(box, text, { from: 0, to: text.length, found: spans(flat, text.length) }, names);
    return box;
  }

  /** The labels that occur, each in its colour. */
  function legend(flat, names) {
    const used = new Set(flat.filter((_, i) => i % 3 === 2));
    const list = document.createElement("ul");
    list.className = "legend";
    list.setAttribute("aria-label", "Chú giải màu");
    for (const label of [...used].sort((a, b) => a - b)) {
      const item = document.createElement("li");
      const element = mark(label, names);
      element.textContent = names[label];
      item.append(element);
      list.append(item);
    }
    return list;
  }

  return Object.freeze({ marked, legend });
})();
