import { test } from 'vitest';
import { testEngine } from '#tests/support/engine.ts';
import { runActionModel } from '#tests/support/run-action-model.ts';

/** The rules are the same on every engine; PostgreSQL in WebAssembly is slow. */
const RUNS = testEngine() === 'sqlite' ? 40 : 5;

test('random lives of an action go as the plain model says', () => runActionModel(RUNS), 600_000);
