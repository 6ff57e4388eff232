// Ajv, strict, compiles every schema and every form, takes whatever was written, and names what is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { strict, strictForForms } from "./ajv.js";
import { forms, golden, scenarios, schemas } from "./files.js";

/** A validator of each schema, by its name. */
function validators(options) {
  const ajv = strict(options);
  return new Map(schemas().map(([name, schema]) => [name, ajv.compile(schema)]));
}

const known = validators();
const passes = (name, document) =>
  assert.ok(known.get(name)(document), `${name}: ${JSON.stringify(known.get(name).errors)}`);

test("every golden document passes its schema", () => {
  const documents = golden();
  assert.ok(documents.length > 1_000, `${documents.length} documents`);
  documents.forEach(([name, document]) => passes(name, document));
});

test("every scenario file passes its schema", () => {
  const documents = scenarios();
  assert.ok(documents.length > 70, `${documents.length} files`);
  documents.forEach(([, document]) => passes("scenario", document));
});

test("every form compiles, in both languages", () => {
  const all = forms();
  assert.ok(all.length > 100, `${all.length} forms`);
  all.forEach(({ form }) => strictForForms().compile(form));
});

/** Every accepted form of a golden envelope with one typing error, as `[what is wrong, place, envelope]`. */
function* withOneError(envelope) {
  const { type } = envelope.command;
  const changed = (change) => {
    const copy = structuredClone(envelope);
    change(copy.command);
    return copy;
  };
  yield ["a misspelt word", "/command/type", changed((command) => (command.type = `${type}x`))];
  yield ["an unknown field", "/command", changed((command) => (command.misspelt = 1))];
  for (const [name, value] of Object.entries(envelope.command)) {
    if (name !== "type") {
      yield ["a wrong type", `/command/${name}`, changed((command) => (command[name] = null))];
    }
    if (value?.person) {
      const place = `/command/${name}/person`;
      yield ["a name misspelt deep inside", place, changed((command) => (command[name].person.nmae = ""))];
    }
  }
}

for (const allErrors of [false, true]) {
  test(`one typing error: the first complaint is about the command that was meant (allErrors: ${allErrors})`, () => {
    const known = validators({ allErrors, verbose: true });
    const envelopes = golden().filter(([name]) => name.endsWith(".envelope"));
    for (const [name, envelope] of envelopes) {
      for (const [wrong, place, document] of withOneError(envelope)) {
        const validate = known.get(name);
        assert.ok(!validate(document), `${name}: ${wrong}`);
        const [first] = validate.errors;
        const where = `${name}: ${envelope.command.type}, ${wrong}: ${first.instancePath} ${first.schemaPath}`;
        assert.equal(first.instancePath, place, where);
        assert.ok(allErrors || validate.errors.length <= 2, where);
        if (wrong === "an unknown field") {
          assert.equal(first.parentSchema.title, named(envelope.command.type), where);
        }
        if (wrong === "a misspelt word") {
          assert.ok(first.params.allowedValues.includes(envelope.command.type), where);
        }
      }
    }
  });
}

/** `report_absence` as `ReportAbsence`. */
function named(type) {
  return type.replaceAll(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
}
