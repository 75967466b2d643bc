"use strict";

/** The table of meetings: one page of rows, each of which unfolds. */
class MeetingTable {
  static COLUMNS = ["day", "name", "kind", "place", "host", "chair", "people", "directives"];
  static MEETING = "name";

  constructor(rows, element) {
    this.rows = rows;
    this.element = element;
    this.body = element.tBodies[0];
    this.headings = [...element.tHead.rows[0].cells].map((cell) => cell.dataset.heading);
    this.unfolded = new Map();
    this.body.addEventListener("click", (event) => {
      const button = event.target.closest("button.unfold");
      if (button) this.toggle(Number(button.dataset.row), button);
    });
  }

  /** Show these rows, those that were unfolded before unfolded. */
  show(numbers) {
    this.body.replaceChildren(...numbers.flatMap((row) => this.#lines(row)));
  }

  /** Say in the headings by which column the rows are sorted. */
  sorted(column, descending) {
    for (const cell of this.element.tHead.rows[0].cells) {
      const own = cell.dataset.column === column;
      cell.setAttribute("aria-sort", own ? (descending ? "descending" : "ascending") : "none");
    }
  }

  /** Unfold a row, or fold it again. */
  async toggle(row, button) {
    if (this.unfolded.has(row)) {
      this.unfolded.get(row).remove();
      this.unfolded.delete(row);
      button.setAttribute("aria-expanded", "false");
      return;
    }
    const line = nodes.make("tr", { className: "details", id: `chi-tiet-${row}` });
    this.unfolded.set(row, line);
    button.setAttribute("aria-expanded", "true");
    const panel = await details.panel(this.rows, row);
    line.append(nodes.make("td", { colSpan: MeetingTable.COLUMNS.length, role: "cell" }, panel));
    line.setAttribute("role", "row");
    if (this.unfolded.has(row)) button.closest("tr")?.after(line);
  }

  #lines(row) {
    const cells = MeetingTable.COLUMNS.map((column, i) => {
      const heading = column === MeetingTable.MEETING;
      const cell = nodes.make(heading ? "th" : "td", { className: `column-${column}` });
      if (heading) cell.scope = "row";
      cell.setAttribute("role", heading ? "rowheader" : "cell");
      cell.dataset.heading = this.headings[i];
      cell.append(...this.#inside(column, row));
      if (!cell.hasChildNodes()) cell.classList.add("empty");
      return cell;
    });
    const line = nodes.make("tr", { role: "row" }, ...cells);
    const open = this.unfolded.get(row);
    return open ? [line, open] : [line];
  }

  #inside(column, row) {
    if (column === "name") return this.#name(row);
    if (column === "day") return this.#day(row);
    const value = this.rows.value(column, row);
    if (value === null) return [];
    if (column === "people") return value > 0 ? [forms.number(value)] : [];
    if (Array.isArray(value)) {
      return value.flatMap((text, i) => [i > 0 ? "; " : "", nodes.foreign(text)]);
    }
    return [nodes.foreign(column === "kind" ? forms.capital(value) : value)];
  }

  #name(row) {
    const name = this.rows.value("name", row);
    const button = nodes.make(
      "button",
      { type: "button", className: "unfold" },
      nodes.foreign(forms.capital(name ?? this.rows.notes.nameless)),
    );
    button.dataset.row = row;
    button.setAttribute("aria-expanded", String(this.unfolded.has(row)));
    button.setAttribute("aria-controls", `chi-tiet-${row}`);
    if (this.rows.value("reasons", row).length === 0) return [button];
    return [button, " ", nodes.make("span", { className: "badge" }, "Cần kiểm tra")];
  }

  #day(row) {
    const day = this.rows.value("day", row);
    if (day === null) return [nodes.make("span", { className: "quiet" }, this.#vague(row))];
    const last = this.rows.value("last", row);
    if (last === null || last === day) return [forms.date(day)];
    return [`${forms.date(day)} – ${forms.date(last)}`];
  }

  /** Without a day: the month or year as far as it is known. */
  #vague(row) {
    return forms.capital(this.rows.value("when", row) ?? "chưa rõ");
  }
}
