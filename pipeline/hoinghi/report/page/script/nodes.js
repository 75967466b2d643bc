"use strict";

/** Small makers of nodes. Text goes in as text nodes only; there is no way in for markup. */
const nodes = (() => {
  /** An element with properties and children (nodes or texts; null is left out). */
  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element) element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  /** Text of an article: set apart, so that its writing direction stays its own. */
  function foreign(text) {
    // "05-CT/TW" stays on one line.
    const whole = text.length <= 16 && !text.includes(" ");
    return make("bdi", whole ? { className: "whole" } : {}, text);
  }

  /** An address as a link if it is one of the web, anything else as text. */
  function source(address) {
    let scheme = "";
    try {
      scheme = new URL(address).protocol;
    } catch {
      return foreign(address);
    }
    if (scheme !== "http:" && scheme !== "https:") return foreign(address);
    const link = make("a", { href: address, rel: "noopener noreferrer" }, foreign(address));
    link.target = "_blank";
    return link;
  }

  return Object.freeze({ make, foreign, source });
})();
