import { test } from 'vitest';
import { testEngine } from '#tests/support/engine.ts';
import { runEntryModel } from '#tests/support/run-entry-model.ts';

/** The rules are the same on every engine; PostgreSQL in WebAssembly is slow. */
const RUNS = testEngine() === 'sqlite' ? 60 : 6;

test('random lives of a catalogue entry go as the plain model says', () => runEntryModel(RUNS), 600_000);
