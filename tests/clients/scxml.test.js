// SCION, an interpreter of SCXML, goes through every scenario and is in the library's state after each command.

import assert from "node:assert/strict";
import { test } from "node:test";
import core from "@scion-scxml/core";
import scxml from "@scion-scxml/scxml";
import { diagrams, stories } from "./files.js";

const call = (start) =>
  new Promise((resolve, reject) =>
    start((problem, value) => (problem ? reject(problem) : resolve(value))),
  );

/** The chart of a lifecycle, compiled. */
async function compile(path) {
  const model = await call((done) => scxml.pathToModel(path, done));
  return call((done) => model.prepare(done, {}));
}

const charts = new Map();
for (const [lifecycle, path] of diagrams(".scxml")) {
  charts.set(lifecycle, await compile(path));
}

function start(lifecycle) {
  const chart = new core.Statechart(charts.get(lifecycle));
  chart.start();
  return chart;
}

test("every scenario ends where the library ends", () => {
  const told = stories();
  assert.ok(told.length > 1_000, `${told.length} scenarios`);
  for (const { name, lifecycle, steps } of told) {
    const chart = start(lifecycle);
    assert.deepEqual(chart.getConfiguration(), ["new"], name);
    for (const { command, state } of steps) {
      chart.gen({ name: command.type, data: command });
      const states = chart.getFullConfiguration();
      assert.ok(states.includes(state), `${name}: ${command.type}: ${states}, not ${state}`);
    }
  }
});

test("the scenarios take every lifecycle to more than one end", () => {
  const ends = new Map([...charts.keys()].map((lifecycle) => [lifecycle, new Set()]));
  for (const { lifecycle, steps } of stories()) {
    ends.get(lifecycle).add(steps.at(-1)?.state);
  }
  for (const [lifecycle, states] of ends) {
    assert.ok(states.size > 1, `${lifecycle}: ${[...states]}`);
  }
});

test("a value that is no answer leads nowhere", () => {
  const chart = start("admin_change");
  for (const [type, approve] of [["propose_admin"], ["report_to_region"], ["decide", "yes"]]) {
    chart.gen({ name: type, data: { type, approve } });
  }
  assert.deepEqual(chart.getConfiguration(), ["reported"]);
});
