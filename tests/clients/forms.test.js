// react-jsonschema-form draws every form in both languages, so that it can be filled in, and takes what was
// sent. That a form allows nothing that the library refuses by its shape is tests/tests/schemas.rs's to say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { forms, golden } from "./files.js";
import { draw, validator } from "./render.js";

const THAI = /[\u0e01-\u0e5b]/;
const drawn = (one, data) => new JSDOM(draw(one, data)).window.document;
const all = (element, selector) => [...element.querySelectorAll(selector)];
const text = (element) => element.textContent.replace(/\*$/, "").trim();

/** The labels of a form: its title, those of its groups and of its fields. */
const labels = (document) => all(document, "legend, label").map(text).filter((label) => label);

/** How many fields of a form have choices, in what is drawn before anything is filled in. */
function choices(schema, form = schema) {
  const { $ref, allOf, oneOf, properties = {} } = schema;
  const named = $ref && form.$defs[$ref.replace("#/$defs/", "")];
  const inside = [named, ...(allOf ?? []), ...Object.values(properties)].filter((one) => one);
  return (oneOf ? 1 : 0) + inside.reduce((sum, one) => sum + choices(one, form), 0);
}

for (const one of forms()) {
  const { lifecycle, language, form } = one;
  test(`${lifecycle}, ${form["x-title"].en}, ${language}: labels and choices`, () => {
    const document = drawn(one);
    const found = labels(document);
    assert.equal(found[0], form["x-title"][language]);
    const inputs = all(document, "input:not([type=hidden]), select, textarea");
    for (const input of inputs) {
      const label = input.closest("label") ?? document.querySelector(`label[for="${input.id}"]`);
      assert.ok(label && text(label), `${input.id} has no label`);
    }
    for (const label of found) {
      assert.equal(THAI.test(label), language === "th", label);
      assert.doesNotMatch(label, /_/, "a name, not a title");
    }
    const selects = all(document, "select");
    assert.equal(selects.length, choices(form));
    for (const select of selects) {
      const options = all(select, "option").map(text).filter((option) => option);
      assert.ok(options.length > 1, select.id);
      for (const option of options) {
        assert.equal(THAI.test(option), language === "th", `${select.id}: ${option}`);
      }
    }
  });
}

const sent = golden().filter(([name]) => name.endsWith(".envelope"));
const forCommand = new Map(
  forms()
    .filter(({ language }) => language === "th")
    .map((one) => [`${one.lifecycle}.envelope ${one.form.properties.type.const}`, one]),
);

test("every form takes the commands that were sent, and shows them", () => {
  for (const [name, { command }] of sent) {
    const one = forCommand.get(`${name} ${command.type}`);
    const { errors } = validator.validateFormData(command, one.form);
    assert.deepEqual(errors, [], `${name} ${command.type}`);
    const document = drawn(one, command);
    const values = all(document, "input").map((input) => input.getAttribute("value"));
    for (const value of Object.values(command).filter((value) => typeof value === "string")) {
      const chosen = all(document, "option[selected]").length;
      assert.ok(values.includes(value) || chosen, `${command.type}: ${value}`);
    }
  }
});

test("no form takes null or a year of the Buddhist era", () => {
  let tried = 0;
  for (const [name, { command }] of sent) {
    const { form } = forCommand.get(`${name} ${command.type}`);
    for (const [field, value] of Object.entries(command)) {
      const date = /^20\d\d-/.test(value);
      for (const wrong of [null, ...(date ? ["2567-04-03"] : [])]) {
        tried += 1;
        assert.ok(!validator.isValid(form, { ...command, [field]: wrong }, form), `${field}: ${wrong}`);
      }
    }
  }
  assert.ok(tried > 400, `${tried}`);
});
