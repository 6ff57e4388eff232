// json-schema-to-typescript names what it writes as the contract does, loses no field, and an added command
// renames nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "json-schema-to-typescript";
import { schema, schemas } from "./files.js";

const PARTS = /\.(command|envelope|event|effect|decision)$/;

const generate = (schema) => compile(structuredClone(schema), "Generated", { format: false });
const names = (code) => [...code.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);

/** The text of one interface. */
const written = (code, name) =>
  code.slice(code.indexOf(`export interface ${name} {`)).split("\n}")[0];

for (const [name, schema] of schemas().filter(([name]) => PARTS.test(name))) {
  test(`${name}: names of the contract, every field`, async () => {
    const code = await generate(schema);
    const found = names(code);
    const known = Object.keys(schema.$defs ?? {});
    for (const one of found.slice(1).filter((one) => !known.includes(one))) {
      assert.equal(one.toLowerCase(), schema.title.replaceAll(/[._]/g, ""), "a name of no definition");
    }
    for (const [title, variant] of Object.entries(schema.$defs ?? {})) {
      if (variant.title) {
        assert.ok(found.includes(title), title);
        for (const field of Object.keys(variant.properties)) {
          assert.match(written(code, title), new RegExp(`^ *"?${field}"?\\??:`, "m"), `${title}.${field}`);
        }
      }
    }
  });
}

test("an added command renames nothing", async () => {
  const before = schema("compulsory.envelope");
  const after = structuredClone(before);
  const type = { type: "string", const: "look_again" };
  after.$defs.LookAgain = { ...after.$defs.Accept, title: "LookAgain", properties: { type } };
  after.$defs.Command.oneOf.splice(3, 0, { $ref: "#/$defs/LookAgain" });
  const [old, grown] = [names(await generate(before)), names(await generate(after))];
  assert.deepEqual(grown.filter((name) => name !== "LookAgain").sort(), old.sort());
  assert.equal(grown.length, old.length + 1);
});
