// Mermaid reads every diagram, and nothing of it is lost: each arrow of the file is one, with its whole label.

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { diagrams, read } from "./files.js";

globalThis.window = new JSDOM("").window;
globalThis.document = globalThis.window.document;
const { default: mermaid } = await import("mermaid");

const ARROW = /^ {4}\S+ --> \S+?(?:: (.*))?$/gm;

for (const [lifecycle, path] of diagrams(".mmd")) {
  test(lifecycle, async () => {
    const text = read(path);
    assert.equal((await mermaid.parse(text)).diagramType, "stateDiagram");
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const seen = diagram.db.getRelations().map((arrow) => arrow.relationTitle);
    const written = [...text.matchAll(ARROW)].map(([, label]) => label ?? "");
    assert.deepEqual(
      seen.map((label) => label.replaceAll("<br>", "<br/>")),
      written,
    );
  });
}
