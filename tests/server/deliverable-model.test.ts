import { test } from 'vitest';
import { testEngine } from '#tests/support/engine.ts';
import { runDeliverableModel } from '#tests/support/run-deliverable-model.ts';

/** The rules are the same on every engine; PostgreSQL in WebAssembly is slow. */
const RUNS = testEngine() === 'sqlite' ? 200 : 20;

test('random lives of a deliverable go as the plain model says', () => runDeliverableModel(RUNS), 600_000);
