import { expect, test } from 'vitest';
import { openForm, type OpenForm } from '#lib/domain/deliverable-forms.ts';

const CASES: readonly (readonly [string, readonly string[], boolean, OpenForm])[] = [
	['', ['contributors', 'withdraw'], false, 'organisations'],
	['', ['assign'], false, 'reviewers'],
	['', ['assign', 'sign'], true, 'review'],
	['?form=merge', ['contributors', 'withdraw'], false, 'merge'],
	['?form=nonsense', ['assign'], false, 'reviewers'],
	['?/merge', ['contributors', 'withdraw'], false, 'merge'],
	['?/propose', ['contributors', 'propose'], false, 'reviewers'],
	['?/contributor', ['assign'], false, 'organisations'],
	['?/sign', ['assign', 'sign'], true, 'review']
];

test.each(CASES)('at “%s” the choices of one form are read', (query, steps, isReviewer, expected) => {
	expect(openForm(new URLSearchParams(query), (name) => steps.includes(name), isReviewer)).toBe(expected);
});
