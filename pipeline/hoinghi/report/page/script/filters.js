"use strict";

/** The controls above the table, and which rows they leave. */
class Filters {
  /** More communes than this are listed by province only: no one reads so long a list. */
  static LISTED = 800;

  constructor(rows, form) {
    this.rows = rows;
    this.form = form;
    this.months = Int32Array.from(
      { length: rows.count },
      (_, row) => (rows.columns.month.list[row] ?? -1),
    );
    this.#fillMonths();
    for (const column of ["province", "kind", "directives"]) {
      this.#fill(column, this.rows.choices(column));
    }
    this.form.elements.province.closest("label").hidden = this.rows.choices("province").length < 2;
    this.#fillUnits();
    this.form.elements.province.addEventListener("change", () => this.#fillUnits());
    this.form.addEventListener("reset", () => setTimeout(() => this.#fillUnits(), 0));
  }

  /** The row numbers that fit all controls, in the order of the report. */
  found() {
    const tests = this.#tests();
    const numbers = [];
    for (let row = 0; row < this.rows.count; row += 1) {
      if (tests.every((test) => test(row))) numbers.push(row);
    }
    return numbers;
  }

  /** Whether anything is searched for that may stand in a sentence. */
  get searching() {
    return this.#words().length > 0;
  }

  #tests() {
    const tests = [];
    const { elements } = this.form;
    if (elements.month.value !== "") {
      const month = Number(elements.month.value);
      tests.push((row) => this.months[row] === month);
    }
    for (const column of ["province", "unit", "kind", "directives"]) {
      const { value } = elements[column];
      if (value !== "") tests.push(this.#has(column, Number(value)));
    }
    if (elements.doubtful.checked) {
      tests.push((row) => this.rows.columns.reasons.lists[row].length > 0);
    }
    for (const word of this.#words()) {
      tests.push((row) => this.rows.text(row).includes(word) || this.rows.deepText(row).includes(word));
    }
    return tests;
  }

  #has(column, index) {
    const { lists, index: indexes } = this.rows.columns[column];
    return lists ? (row) => lists[row].includes(index) : (row) => indexes[row] === index;
  }

  /** What is searched for: words, all of which must occur; in quotation marks as they stand. */
  #words() {
    const text = forms.plain(this.form.elements.words.value);
    const parts = text.match(/"[^"]+"|[^\s"]+/g) ?? [];
    return parts.map((part) => part.replaceAll('"', ""));
  }

  #fillMonths() {
    const counts = new Map();
    for (const month of this.months) counts.set(month, (counts.get(month) ?? 0) + 1);
    const known = [...counts.keys()].filter((month) => month >= 0).sort((a, b) => b - a);
    const select = this.form.elements.month;
    for (const month of known) {
      select.append(Filters.#option(forms.monthName(month), month, counts.get(month)));
    }
    if (counts.has(-1)) select.append(Filters.#option("Chưa rõ tháng", -1, counts.get(-1)));
  }

  #fill(column, choices) {
    const sorted = choices.sort((a, b) => forms.compare(a.value, b.value));
    const select = this.form.elements[column];
    select.length = 1; // "all" stays
    for (const { value, index, rows } of sorted) {
      select.append(Filters.#option(forms.capital(value), index, rows));
    }
  }

  /** The communes of the chosen province, or all if they are not too many. */
  #fillUnits() {
    const province = this.form.elements.province.value;
    const { unit, province: provinces } = this.rows.columns;
    const inside = new Set();
    unit.index.forEach((index, row) => {
      if (province === "" || provinces.index[row] === Number(province)) inside.add(index);
    });
    const choices = this.rows.choices("unit").filter(({ index }) => inside.has(index));
    const select = this.form.elements.unit;
    select.disabled = province === "" && choices.length > Filters.LISTED;
    select.options[0].textContent = select.disabled ? "Chọn tỉnh, thành phố trước" : "Tất cả";
    this.#fill("unit", select.disabled ? [] : choices);
  }

  static #option(text, value, count) {
    return nodes.make("option", { value: String(value) }, `${text} (${forms.number(count)})`);
  }
}
