// Where things are.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
export const DIAGRAMS = join(ROOT, "docs/diagrams");

export const read = (path) => readFileSync(path, "utf8");

/** The diagrams in one language, as `[lifecycle, path]`. */
export function diagrams(ending) {
  const files = readdirSync(DIAGRAMS).filter((file) => file.endsWith(ending));
  return files.map((file) => [file.slice(0, -ending.length), join(DIAGRAMS, file)]);
}

/** The scenarios as the library ran them: the accepted commands, and the state after each. */
export function stories() {
  const lines = read(join(import.meta.dirname, "stories.ndjson")).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}
