// Ajv, strict, compiles every schema, and takes everything that was ever written.

import assert from "node:assert/strict";
import { test } from "node:test";
import { golden, scenarios, schemas, validator } from "./files.js";
