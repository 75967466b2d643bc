"use strict";

/** Brings the table of meetings to life. */
(() => {
  const PRINTED = 500;
  const PAUSE = 150;
  const byId = (id) => document.getElementById(id);

  /** Everything that the controls change, in one place. */
  class View {
    constructor(rows) {
      this.rows = rows;
      this.found = [];
      this.column = "";
      this.descending = false;
      this.form = byId("filters");
      this.table = new MeetingTable(rows, byId("meetings"));
      this.filters = new Filters(rows, this.form);
      this.paging = new Paging(byId("paging"), (from, to) => {
        this.table.show(this.found.slice(from, to));
      });
    }

    /** Filter, sort and show again; what is searched in sentences follows when they are read. */
    async refresh() {
      this.#refresh();
      if (!this.filters.searching || this.rows.deep !== null) return;
      byId("searching").hidden = false;
      await this.rows.readDeep();
      byId("searching").hidden = true;
      this.#refresh();
    }

    #refresh() {
      const found = this.filters.found();
      this.found = this.column ? this.rows.sort(found, this.column, this.descending) : found;
      const [some, all] = [this.found.length, this.rows.count].map(forms.number);
      byId("found").textContent =
        some === all ? `${all} hội nghị` : `${some} hội nghị trong tổng số ${all}`;
      byId("none").hidden = this.found.length > 0;
      byId("meetings").hidden = this.found.length === 0;
      this.paging.restart(this.found.length);
    }

    /** Sort by a column, the other way round when asked twice. */
    sort(column, descending = this.column === column && !this.descending) {
      [this.column, this.descending] = [column, descending];
      this.table.sorted(column, descending);
      this.form.elements.sort.value = `${column} ${descending ? "down" : "up"}`;
      this.#refresh();
    }

    /** On paper there are no pages to turn: as many rows as are sensible, and where the rest is. */
    print() {
      this.table.show(this.found.slice(0, PRINTED));
      const rest = byId("not-printed");
      rest.hidden = this.found.length <= PRINTED;
      rest.querySelector("output").textContent = forms.number(PRINTED);
    }

    /** Back to the page that was shown. */
    printed() {
      this.paging.go(this.paging.page);
    }
  }

  function listen(view) {
    let waiting = 0;
    view.form.addEventListener("submit", (event) => event.preventDefault());
    view.form.addEventListener("reset", () => setTimeout(() => view.refresh(), 0));
    view.form.elements.words.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => view.refresh(), PAUSE);
    });
    view.form.addEventListener("change", (event) => {
      if (event.target.name === "sort") {
        const [column, direction] = event.target.value.split(" ");
        view.sort(column, direction === "down");
      } else if (event.target.name !== "words") view.refresh();
    });
    byId("meetings").tHead.addEventListener("click", (event) => {
      const heading = event.target.closest("th");
      if (event.target.closest("button")) view.sort(heading.dataset.column);
    });
    window.addEventListener("beforeprint", () => view.print());
    window.addEventListener("afterprint", () => view.printed());
  }

  async function start() {
    const view = new View(new Rows(await blocks.table()));
    listen(view);
    view.sort("day", true);
    byId("explore").hidden = false;
    document.documentElement.dataset.ready = "yes";
  }

  if (!byId("data-table")) return;
  if (blocks.readable) start();
  else byId("too-old").hidden = false;
})();
