// Graphviz reads every diagram, where there is one on the machine.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { diagrams } from "./files.js";

const missing = spawnSync("dot", ["-V"]).error && "no Graphviz on this machine (`apt install graphviz`)";

for (const [lifecycle, path] of diagrams(".dot")) {
  test(lifecycle, { skip: missing }, () => {
    const { status, stdout, stderr } = spawnSync("dot", ["-Tplain", path], { encoding: "utf8" });
    assert.equal(stderr, "");
    assert.equal(status, 0);
    assert.match(stdout, /^graph /);
  });
}
