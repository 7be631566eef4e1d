import { expect, test } from 'vitest';
import { appointmentBlocks, assignmentBlocks } from '#lib/domain/reviewers.ts';
import { aCandidate, FABIO } from '#tests/support/deliverable-facts.ts';

const kaznu = { organisationId: 'kaznu', acronym: 'KAZNU', personId: null, kind: 'author' as const };
const history = {
	leadOrganisationId: 'koksu',
	contributions: [{ ...kaznu, note: 'version 2' }],
	conflicts: []
};
const elena = aCandidate();
const fabio = aCandidate(FABIO);
const gulnara = aCandidate({
	personId: 'gulnara',
	name: 'Gulnara',
	organisationId: 'kaznu',
	acronym: 'KAZNU'
});
const henk = aCandidate({
	personId: 'henk',
	name: 'Henk',
	organisationId: 'ext',
	roles: ['external-evaluator']
});
const all = [elena, fabio, gulnara, henk];

test('a reviewer of a contributing organisation is refused, with the reason and those who could', () => {
	expect(assignmentBlocks(history, gulnara, all, ['elena'])).toEqual([
		{ code: 'organisation-contributed', organisation: 'KAZNU', kind: 'author', note: 'version 2' },
		{ code: 'eligible-people', people: ['Fabio (UNIGE)'] }
	]);
});

test('somebody without a reviewing role is refused, and so is asking twice', () => {
	const partner = aCandidate({ roles: [] });
	expect(assignmentBlocks(history, partner, all, []).map((reason) => reason.code)).toEqual([
		'no-reviewer-role'
	]);
	expect(assignmentBlocks(history, elena, all, ['elena']).map((reason) => reason.code)).toEqual([
		'already-assigned'
	]);
});

test('the external evaluator signs only where nobody else is left', () => {
	const codes = (assigned: string[]) =>
		appointmentBlocks(history, henk, all, assigned).map((reason) => reason.code);
	expect(codes([])).toEqual(['eligible-reviewers-exist']);
	expect(codes(['elena'])).toEqual(['eligible-reviewers-exist']);
	expect(codes(['elena', 'fabio'])).toEqual([]);
	const asked = appointmentBlocks(history, elena, [gulnara], []);
	expect(asked.map((reason) => reason.code)).toEqual(['no-reviewer-role']);
});
