"use strict";

/** Which part of the found rows is shown, and the buttons that go through them. */
class Paging {
  constructor(element, changed) {
    this.element = element;
    this.changed = changed;
    this.page = 0;
    this.total = 0;
    const { elements } = element;
    // Cards on a phone are long; this is the width below which there are cards.
    if (window.matchMedia("(max-width: 46rem)").matches) elements.size.value = "10";
    this.size = Number(elements.size.value);
    elements.first.addEventListener("click", () => this.go(0));
    elements.before.addEventListener("click", () => this.go(this.page - 1));
    elements.next.addEventListener("click", () => this.go(this.page + 1));
    elements.last.addEventListener("click", () => this.go(this.pages - 1));
    elements.page.addEventListener("change", () => this.go(Number(elements.page.value) - 1));
    elements.size.addEventListener("change", () => {
      const first = this.page * this.size;
      this.size = Number(elements.size.value);
      this.go(Math.floor(first / this.size));
    });
    element.addEventListener("submit", (event) => event.preventDefault());
  }

  /** How many pages there are, one at least. */
  get pages() {
    return Math.max(1, Math.ceil(this.total / this.size));
  }

  /** Begin anew with so many rows. */
  restart(total) {
    this.total = total;
    this.go(0);
  }

  /** Show a page; numbers beyond either end mean the page at that end. */
  go(page) {
    const wanted = Number.isFinite(page) ? Math.trunc(page) : this.page;
    this.page = Math.min(Math.max(wanted, 0), this.pages - 1);
    const { elements } = this.element;
    elements.page.value = String(this.page + 1);
    elements.page.max = String(this.pages);
    elements.pages.value = forms.number(this.pages);
    elements.first.disabled = elements.before.disabled = this.page === 0;
    elements.next.disabled = elements.last.disabled = this.page === this.pages - 1;
    this.element.hidden = this.total <= 10;
    this.changed(this.page * this.size, Math.min((this.page + 1) * this.size, this.total));
  }
}
