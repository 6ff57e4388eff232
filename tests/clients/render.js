// Draws forms with react-jsonschema-form. `node render.js th > page.html` writes a page of all of them to look at.

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import rjsf from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import { Ajv2020 } from "ajv/dist/2020.js";
import { forms } from "./files.js";

const Form = rjsf.default ?? rjsf;

export const validator = customizeValidator({ AjvClass: Ajv2020 });

/** What is not a question is hidden, and each element of a questionnaire has its question. */
function ui(form, language) {
  const fields = Object.entries(form.properties).filter(([, field]) => field["x-items"]);
  const asked = fields.map(([name, field]) => {
    const items = (_, index) => ({ "ui:title": field["x-items"][index][language] });
    return [name, { items, "ui:options": { addable: false, orderable: false, removable: false } }];
  });
  return {
    type: { "ui:widget": "hidden" },
    "ui:submitButtonOptions": { norender: true },
    ...Object.fromEntries(asked),
  };
}

/** The form as HTML. */
export const draw = ({ form, language }, formData) =>
  renderToStaticMarkup(
    createElement(Form, { schema: form, uiSchema: ui(form, language), validator, formData }),
  );

const STYLE = `body { font: 16px Laksaman, "Noto Sans Thai", sans-serif; columns: 3; max-width: 1500px }
form { break-inside: avoid; border: 1px solid #999; margin: 8px; padding: 8px } legend { font-weight: bold }
fieldset { border: 0; border-left: 2px solid #ccc } label { display: block } .rjsf-field-description { color: #555 }`;

/** All forms of a language on a page. */
export function page(language) {
  const drawn = forms().filter((one) => one.language === language);
  const all = drawn.map((one) => `<h4>${one.lifecycle}</h4>${draw(one)}`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${STYLE}</style>${all.join("\n")}</html>`;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(page(process.argv[2] ?? "th"));
}
