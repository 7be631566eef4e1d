import { test } from 'vitest';
import { runDeliverableModel } from '#tests/support/run-deliverable-model.ts';

test('five thousand random lives of a deliverable go as the plain model says', () =>
	runDeliverableModel(5000));
