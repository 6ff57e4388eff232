// Ajv as a careful reader sets it up.

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** What the annotations of a form are called. */
const ANNOTATIONS = ["x-title", "x-rule", "x-why", "x-items"];

/** Ajv that refuses whatever it does not know. */
export function strict(options = {}) {
  const ajv = new Ajv2020({ strict: true, ...options });
  formats.default(ajv);
  return ajv;
}

/** The same for forms, whose annotations it is told of. */
export function strictForForms() {
  const ajv = strict();
  ajv.addVocabulary(ANNOTATIONS);
  return ajv;
}
