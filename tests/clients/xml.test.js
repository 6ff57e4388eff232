// A strict XML parser reads what is XML, and the ids of a chart are unique.

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { diagrams, read } from "./files.js";

const parse = (path) => new JSDOM(read(path), { contentType: "application/xml" }).window.document;

for (const [lifecycle, path] of diagrams(".scxml")) {
  test(`${lifecycle}.scxml`, () => {
    const chart = parse(path);
    assert.equal(chart.documentElement.namespaceURI, "http://www.w3.org/2005/07/scxml");
    const ids = [...chart.querySelectorAll("[id]")].map((state) => state.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const transition of chart.querySelectorAll("transition[target]")) {
      assert.ok(ids.includes(transition.getAttribute("target")));
    }
  });
}

for (const [lifecycle, path] of diagrams(".svg")) {
  test(`${lifecycle}.svg`, () => {
    const drawing = parse(path).documentElement;
    assert.equal(drawing.localName, "svg");
    assert.ok(drawing.querySelector("title").textContent);
  });
}
