import { expect, test } from 'vitest';
import { coverageText, acceptedText } from '#lib/text/values.ts';

test('who reported is not called silent while nobody has accepted it', () => {
	const coverage = { asked: 8, counted: 5, nil: 0, notApplicable: 0, missing: 3 };
	expect(acceptedText(coverage, 2)).toBe(
		'5 of 8 reported and accepted, 2 reported and not accepted yet, 1 silent'
	);
	expect(acceptedText(coverage, 0)).toBe(coverageText(coverage));
});
