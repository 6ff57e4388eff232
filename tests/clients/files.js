// Where things are.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
export const DIAGRAMS = join(ROOT, "docs/diagrams");

export const read = (path) => readFileSync(path, "utf8");

const lines = (path) => read(path).trimEnd().split("\n").map((line) => JSON.parse(line));

/** The files of a folder, as `[name, path]`. */
function files(folder, ending) {
  const names = readdirSync(folder).filter((file) => file.endsWith(ending));
  return names.map((name) => [name.slice(0, -ending.length), join(folder, name)]);
}

/** The diagrams in one language, as `[lifecycle, path]`. */
export const diagrams = (ending) => files(DIAGRAMS, ending);

/** Every schema, as `[name, schema]`. */
export const schemas = () =>
  files(join(ROOT, "schemas"), ".schema.json").map(([name, path]) => [name, JSON.parse(read(path))]);

export const schema = (name) => JSON.parse(read(join(ROOT, `schemas/${name}.schema.json`)));

/** The scenario files, as `[name, document]`. */
export const scenarios = () =>
  files(join(ROOT, "tests/scenarios"), ".json").map(([name, path]) => [name, JSON.parse(read(path))]);

/** Every document that was ever written, as `[name of its schema, document]`. */
export const golden = () =>
  files(join(ROOT, "tests/golden"), ".ndjson").flatMap(([name, path]) =>
    name.endsWith(".log")
      ? lines(path)
          .flat()
          .map((event) => [name.replace(/\.log$/, ".event"), event])
      : lines(path).map((document) => [name, document]),
  );

/** The scenarios as the library ran them: the accepted commands, and the state after each. */
export const stories = () => lines(join(import.meta.dirname, "stories.ndjson"));

/** Every form, with its lifecycle and its language. */
export const forms = () =>
  lines(join(import.meta.dirname, "forms.ndjson")).flatMap(({ forms, ...of }) =>
    forms.map((form) => ({ ...of, form })),
  );

/** The report on a made-up export in each language, as `[language, path]`. */
export const reports = () =>
  ["th", "en"].map((language) => [language, join(ROOT, `frame/golden/report.${language}.html`)]);
