import { expect, test } from 'vitest';
import { problemText } from '#lib/text/problems.ts';

test.each([400, 404, 405, 413, 415, 418])('an answer %s is not called our fault', (status) => {
	expect(problemText(status, '0197')).not.toMatch(/our side/);
	expect(problemText(status, '0197').length).toBeGreaterThan(5);
});

test.each([500, 503])('an answer %s is called our fault', (status) => {
	expect(problemText(status, '0197')).toMatch(/our side.* request 0197/);
});
