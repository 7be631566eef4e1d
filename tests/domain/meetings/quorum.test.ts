import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attendance } from '#lib/domain/meetings/meetings.ts';
import { isMember, quorumOf, type Attendee, type Member } from '#lib/domain/meetings/quorum.ts';

const member = (id: string, given: Partial<Member> = {}): Member => ({
	id,
	acronym: id.toUpperCase(),
	role: 'partner',
	status: 'beneficiary',
	...given
});
const row = (
	organisationId: string | null,
	attendance: Attendance | null,
	given: Partial<Attendee> = {}
) => ({
	organisationId,
	personId: null,
	representedById: null,
	attendance,
	...given
});
const FOURTEEN = Array.from({ length: 14 }, (_, index) => member(`o${index + 1}`));
const came = (...numbers: number[]) => numbers.map((number) => row(`o${number}`, 'in-person'));

test('eleven of fourteen members are there, and 66 % of fourteen are ten', () => {
	const quorum = quorumOf(FOURTEEN, came(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 66);
	expect(quorum).toMatchObject({ members: 14, needed: 10, there: 11, missing: 0, holds: true });
});

test.each([
	[14, 66, 10],
	[14, 50, 7],
	[15, 50, 8],
	[3, 66, 2],
	[3, 67, 3],
	[4, 100, 4],
	[50, 66, 33],
	[14, 1, 1],
	[0, 66, 1]
])('of %i members %i %% are %i', (members, percent, needed) => {
	expect(quorumOf(FOURTEEN.concat(FOURTEEN, FOURTEEN, FOURTEEN).slice(0, members), [], percent).needed).toBe(
		needed
	);
});

test('a member counts once, however many of its people came', () => {
	const people = ['ada', 'bo', 'cy'].map((personId) => row('o1', 'in-person', { personId }));
	const quorum = quorumOf(FOURTEEN, [row('o1', 'in-person'), ...people], 66);
	expect([quorum.there, quorum.present, quorum.missing]).toEqual([1, ['O1'], 9]);
});

test('who is there remotely is there', () => {
	expect(quorumOf(FOURTEEN, [row('o1', 'remote')], 66).present).toEqual(['O1']);
});

test('silence is not presence, and is told apart from absence', () => {
	const quorum = quorumOf(FOURTEEN.slice(0, 3), [row('o1', null), row('o2', 'absent')], 66);
	expect([quorum.there, quorum.absent, quorum.unrecorded]).toEqual([0, ['O2'], ['O1', 'O3']]);
});

test('one of its people there outweighs an absence that was noted for the organisation', () => {
	const quorum = quorumOf(
		FOURTEEN.slice(0, 2),
		[row('o1', 'absent'), row('o1', 'remote', { personId: 'ada' })],
		50
	);
	expect([quorum.present, quorum.absent]).toEqual([['O1'], []]);
});

describe('represented', () => {
	test('by a member that is there: counts', () => {
		const quorum = quorumOf(FOURTEEN, [...came(1), row('o2', 'represented', { representedById: 'o1' })], 66);
		expect([quorum.there, quorum.represented, quorum.unspoken]).toEqual([
			2,
			[{ acronym: 'O2', by: 'O1' }],
			[]
		]);
	});

	test.each([
		['by one that was absent', row('o1', 'absent')],
		['by one of whom nothing is recorded', row('o1', null)],
		['by one that is itself only represented', row('o1', 'represented', { representedById: 'o2' })]
	])('%s: does not count', (_, speaker) => {
		const quorum = quorumOf(FOURTEEN, [speaker, row('o2', 'represented', { representedById: 'o1' })], 66);
		expect([quorum.there, quorum.unspoken.map((one) => one.acronym)]).toEqual([
			0,
			expect.arrayContaining(['O2'])
		]);
	});
});

test.each([
	['partner', 'beneficiary', true],
	['coordinator', 'beneficiary', true],
	['national-coordinator', 'unknown', true],
	['ministry', 'unknown', true],
	['ministry', 'associated', false],
	['partner', 'affiliated', false],
	['external', 'beneficiary', false]
] as const)('a %s that is %s has a vote: %s', (role, status, isOne) => {
	expect(isMember({ role, status })).toBe(isOne);
});

test('guests and organisations without a vote change nothing', () => {
	const guest = row(null, 'in-person');
	const external = member('neo', { role: 'external' });
	const quorum = quorumOf([...FOURTEEN, external], [guest, row('neo', 'in-person'), ...came(1)], 66);
	expect([quorum.members, quorum.there]).toEqual([14, 1]);
});

const attendees = fc.array(
	fc.record({
		organisationId: fc.option(fc.constantFrom(...FOURTEEN.map((one) => one.id), 'stranger')),
		personId: fc.option(fc.constantFrom('ada', 'bo')),
		attendance: fc.option(fc.constantFrom('in-person', 'remote', 'represented', 'absent')),
		representedById: fc.option(fc.constantFrom(...FOURTEEN.map((one) => one.id)))
	}),
	{ maxLength: 40 }
);

test('every member stands in exactly one list, and the numbers are those of the lists', () => {
	fc.assert(
		fc.property(attendees, fc.integer({ min: 1, max: 100 }), (rows, percent) => {
			const quorum = quorumOf(FOURTEEN, rows, percent);
			const named = [
				...quorum.present,
				...quorum.represented.map((one) => one.acronym),
				...quorum.unspoken.map((one) => one.acronym),
				...quorum.absent,
				...quorum.unrecorded
			];
			expect([...named].sort()).toEqual(FOURTEEN.map((one) => one.acronym).sort());
			expect(quorum.there).toBe(quorum.present.length + quorum.represented.length);
			expect(quorum.holds).toBe(quorum.missing === 0);
		})
	);
});

test('somebody more who comes never takes a quorum away', () => {
	fc.assert(
		fc.property(attendees, fc.constantFrom(...FOURTEEN.map((one) => one.id)), (rows, id) => {
			const before = quorumOf(FOURTEEN, rows, 66);
			const after = quorumOf(FOURTEEN, [...rows, row(id, 'in-person')], 66);
			expect(after.there).toBeGreaterThanOrEqual(before.there);
		})
	);
});
