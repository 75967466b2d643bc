"use strict";

/** What a row unfolds to: the sentence that it came from, its source, its people, its texts. */
const details = (() => {
  const { make, foreign } = nodes;

  function list(items) {
    return make("ul", {}, ...items.map((item) => make("li", {}, item)));
  }

  function sentence(found, rows) {
    if (found.sentence === null) {
      const note = found.kept ? rows.notes.unknown : rows.notes.left;
      return [make("p", { className: "quiet" }, note)];
    }
    return [
      make("blockquote", {}, marks.marked(found.sentence, found.marks, rows.notes.labels)),
      found.marks.length > 0 ? marks.legend(found.marks, rows.notes.labels) : null,
    ];
  }

  /** A name in a list, and what is said of it. */
  function told(name, more) {
    return make("span", {}, foreign(name), more ? " – " : null, more ? foreign(more) : null);
  }

  function people(found) {
    const pairs = [];
    for (let i = 0; i < found.people.length; i += 2) {
      pairs.push(told(found.people[i], found.people[i + 1]));
    }
    return pairs;
  }

  function directives(rows, row) {
    const { values, lists, titles } = rows.columns.directives;
    return lists[row].map((i) => told(values[i], titles[i]));
  }

  function texts(column, rows, row) {
    const value = rows.value(column, row);
    if (value === null || value.length === 0) return [];
    return [value].flat().map((text) => foreign(forms.capital(text)));
  }

  /** Headings with lists below them, only those that have something to say. */
  function facts(rows, row, found) {
    const groups = [
      ["Cần kiểm tra", texts("reasons", rows, row)],
      ["Thời gian", texts("time", rows, row)],
      ["Địa điểm", texts("venue", rows, row)],
      ["Địa bàn khi họp", texts("then", rows, row)],
      ["Địa bàn hiện nay", texts("now", rows, row)],
      ["Đại biểu được nêu tên", people(found)],
      ["Văn bản", directives(rows, row)],
      ["Chủ đề", texts("topics", rows, row)],
      ["Nguồn", found.sources.map(nodes.source)],
    ];
    const shown = groups.filter(([, items]) => items.length > 0);
    return make("dl", {}, ...shown.flatMap(([heading, items]) => [
      make("dt", {}, heading),
      make("dd", {}, items.length === 1 ? items[0] : list(items)),
    ]));
  }

  /** The inside of an unfolded row. */
  async function panel(rows, row) {
    const found = await rows.details(row);
    const quoted = sentence(found, rows).filter((node) => node !== null);
    return make(
      "div",
      { className: "panel" },
      make("div", { className: "said" }, make("h4", {}, "Câu trong bài"), ...quoted),
      facts(rows, row, found),
    );
  }

  return Object.freeze({ panel });
})();
