"use strict";

/**
 * The rows of the table of meetings, kept by column.
 *
 * A column comes as `{list}` (a value a row), as `{values, index}` (texts that repeat, and which of
 * them a row has; -1 is none) or as `{values, lists}` (several of them a row).
 */
class Rows {
  static SEARCHED = [
    "name", "kind", "place", "venue", "then", "now", "host", "chair", "directives", "topics",
  ];

  constructor(packed) {
    this.count = packed.rows;
    this.blockSize = packed.block;
    this.notes = packed.notes;
    this.columns = packed.columns;
    this.ranks = new Map();
    this.main = null;
    this.deep = null;
  }

  /** What a row has in a column: text, number, list of texts, or null. */
  value(column, row) {
    const data = this.columns[column];
    if (data.list) return data.list[row];
    if (data.lists) return data.lists[row].map((i) => data.values[i]);
    return data.values[data.index[row]] ?? null;
  }

  /** The distinct texts of a column with the number of rows that have each. */
  choices(column) {
    const data = this.columns[column];
    const counts = new Array(data.values.length).fill(0);
    if (data.lists) data.lists.forEach((list) => list.forEach((i) => { counts[i] += 1; }));
    else data.index.forEach((i) => { if (i >= 0) counts[i] += 1; });
    return data.values.map((value, index) => ({ value, index, rows: counts[index] }));
  }

  /** A place in the order of a column for each row; rows without a value have Infinity. */
  order(column) {
    if (!this.ranks.has(column)) this.ranks.set(column, this.#ranked(column));
    return this.ranks.get(column);
  }

  #ranked(column) {
    const data = this.columns[column];
    if (data.list && typeof data.list.find((value) => value !== null) !== "string") {
      return Float64Array.from(data.list, (value) => value ?? Infinity);
    }
    const texts = Array.from({ length: this.count }, (_, row) => {
      const value = this.value(column, row);
      return Array.isArray(value) ? value.join("; ") : value ?? "";
    });
    const sorted = [...new Set(texts)].sort(forms.compare);
    const places = new Map(sorted.map((text, place) => [text, place]));
    return Float64Array.from(texts, (text) => (text === "" ? Infinity : places.get(text)));
  }

  /** Sort row numbers by a column; what is unknown stays last either way. */
  sort(numbers, column, descending) {
    const order = this.order(column);
    const sign = descending ? -1 : 1;
    return numbers.sort((a, b) => {
      const [x, y] = [order[a], order[b]];
      if (x === y) return a - b;
      if (x === Infinity) return 1;
      if (y === Infinity) return -1;
      return sign * (x - y);
    });
  }

  /** What a search looks through at once: the texts of the table, and titles of directives. */
  text(row) {
    if (this.main === null) this.main = new Array(this.count);
    if (this.main[row] === undefined) {
      const { lists, titles } = this.columns.directives;
      const texts = Rows.SEARCHED.map((column) => this.value(column, row));
      texts.push(...lists[row].map((i) => titles[i]));
      this.main[row] = forms.plain(texts.flat().filter(Boolean).join("\n"));
    }
    return this.main[row];
  }

  /** What a search looks through when `readDeep` is done: sentences, people, sources. */
  deepText(row) {
    return this.deep === null ? "" : this.deep[row] ?? "";
  }

  /** Read the details of all rows once, block by block, so that the page stays alive. */
  readDeep() {
    this.reading ??= this.#readDeep();
    return this.reading;
  }

  async #readDeep() {
    const texts = new Array(this.count);
    for (let block = 0; block * this.blockSize < this.count; block += 1) {
      const details = await blocks.details(block);
      details.sentence.forEach((sentence, i) => {
        const parts = [sentence ?? "", ...details.people[i], ...details.sources[i]];
        texts[block * this.blockSize + i] = forms.plain(parts.join("\n"));
      });
    }
    this.deep = texts;
  }

  /** The details of one row, as an object with one entry a column of its block. */
  async details(row) {
    const block = await blocks.details(Math.floor(row / this.blockSize));
    const at = row % this.blockSize;
    const own = Object.entries(block).filter(([, list]) => Array.isArray(list));
    return { kept: block.kept, ...Object.fromEntries(own.map(([name, list]) => [name, list[at]])) };
  }
}
