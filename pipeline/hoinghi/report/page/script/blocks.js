"use strict";

/** The page's data: JSON, deflated and base64, in elements that no browser runs. */
const blocks = (() => {
  const KEPT = 8;
  const recent = new Map();

  /** Whether this browser can inflate them (all since the middle of 2023). */
  const readable = typeof DecompressionStream === "function";

  function bytes(base64) {
    const binary = atob(base64);
    const array = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i += 1) array[i] = binary.charCodeAt(i);
    return array;
  }

  async function inflate(id) {
    const packed = new Blob([bytes(document.getElementById(id).textContent.trim())]);
    const stream = packed.stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  }

  /** Resolves when the whole page is here; details stand at its end. */
  function whole() {
    if (document.readyState !== "loading") return Promise.resolve();
    return new Promise((resolve) => {
      document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
    });
  }

  /** The block of the table itself, which stands before this script. */
  function table() {
    return inflate("data-table");
  }

  /** A block of details; the last few that were asked for stay inflated. */
  async function details(number) {
    await whole();
    const found = recent.get(number) ?? inflate(`data-details-${number}`);
    recent.delete(number);
    recent.set(number, found);
    if (recent.size > KEPT) recent.delete(recent.keys().next().value);
    return found;
  }

  return Object.freeze({ readable, table, details });
})();
