// Draws forms with react-jsonschema-form. `node render.js th > page.html` writes a page of all of them to look at.

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import rjsf from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import { Ajv2020 } from "ajv/dist/2020.js";
import { forms } from "./files.js";

const Form = rjsf.default ?? rjsf;

export const validator = customizeValidator({ AjvClass: Ajv2020 });

/** Everything but the word that tells the command is for people to fill in. */
const UI = { type: { "ui:widget": "hidden" }, "ui:submitButtonOptions": { norender: true } };

/** The form as HTML. */
export const draw = (schema, formData) =>
  renderToStaticMarkup(createElement(Form, { schema, uiSchema: UI, validator, formData }));

const STYLE = `body { font: 16px Laksaman, "Noto Sans Thai", sans-serif; columns: 3; max-width: 1500px }
form { break-inside: avoid; border: 1px solid #999; margin: 8px; padding: 8px } legend { font-weight: bold }
fieldset { border: 0; border-left: 2px solid #ccc } label { display: block } .rjsf-field-description { color: #555 }`;

/** All forms of a language on a page. */
export function page(language) {
  const drawn = forms().filter((one) => one.language === language);
  const all = drawn.map(({ lifecycle, form }) => `<h4>${lifecycle}</h4>${draw(form)}`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${STYLE}</style>${all.join("\n")}</html>`;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(page(process.argv[2] ?? "th"));
}
