import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedDays, fromLogBlocks, logDifference } from '#lib/domain/indicators/log-values.ts';
import { decideTargetBlocks, proposeTargetBlocks } from '#lib/domain/indicators/target-proposals.ts';
import { linksToCheck } from '#lib/domain/outreach/link-checks.ts';
import { countOnce, type HeadLine } from '#lib/domain/outreach/heads.ts';
import { contributionsTo, loggedFor, type Contribution } from '#lib/domain/outreach/measures.ts';
import { MISSING, NIL, valueOf, type Value } from '#lib/domain/values.ts';

const said = (
	organisationId: string | null,
	value: Value,
	more: Partial<Contribution> = {}
): Contribution => ({
	code: 'MT-1',
	day: '2026-03-01',
	organisationId,
	ownerId: 'host',
	value,
	...more
});

test('people who took part count for where they come from, an audience for who held the event', () => {
	const line = (role: HeadLine['role'], organisationId: string | null) => ({
		recordId: 'one',
		code: 'X-1',
		day: '2026-03-01',
		role,
		kind: 'teachers' as const,
		value: valueOf(5),
		women: null,
		list: null,
		organisationId
	});
	const record = (kind: string, heads: ReturnType<typeof line>[]) => [
		{
			code: 'X-1',
			kind,
			state: 'done',
			startsOn: '2026-03-01',
			organisationId: 'host',
			heads: countOnce(heads)
		}
	];
	const training = record('training', [line('participant', 'guest'), line('participant', null)]);
	expect(contributionsTo('people-trained', training).map((one) => one.organisationId)).toEqual([
		'guest',
		'host'
	]);
	const event = record('event', [line('audience', 'guest')]);
	expect(contributionsTo('people-reached', event).map((one) => one.organisationId)).toEqual(['host']);
	expect(
		contributionsTo(
			'events',
			event.map((one) => ({ ...one, state: 'planned' }))
		)
	).toEqual([]);
});

test('a log counts for an organisation what has a day until then, and names what nobody has counted', () => {
	const contributions = [
		said('ours', valueOf(4)),
		said('ours', MISSING, { code: 'MT-2' }),
		said('ours', valueOf(9), { code: 'MT-3', day: '2026-05-01' }),
		said('ours', valueOf(7), { code: 'DC-9', day: null }),
		said('theirs', valueOf(100))
	];
	expect(loggedFor(contributions, 'ours', '2026-04-01')).toMatchObject({
		sum: 4,
		isWhole: false,
		records: ['MT-1'],
		uncounted: ['MT-2'],
		ownerIds: ['host']
	});
	expect(loggedFor(contributions, 'ours', '2026-05-01').sum).toBe(13);
	expect(loggedFor(contributions, 'nobody', '2026-05-01').sum).toBeNull();
});

test.each([
	['nobody claims what nobody logged', [], undefined, { kind: 'nothing' }],
	['the log has it and nobody reported it', [valueOf(4)], undefined, { kind: 'unclaimed' }],
	['the same', [valueOf(4)], 4, { kind: 'same' }],
	['a nil return beside an empty log', [], null, { kind: 'same' }],
	['a nil return beside a log with four', [valueOf(4)], null, { kind: 'logged-more', by: 4 }],
	['more claimed', [valueOf(4)], 10, { kind: 'claimed-more', by: 6 }],
	['more logged', [valueOf(4)], 3, { kind: 'logged-more', by: 1 }],
	['more claimed while some are not counted', [valueOf(4), MISSING], 10, { kind: 'open' }],
	['less claimed than is certain', [valueOf(4), MISSING], 3, { kind: 'logged-more', by: 1 }]
] as const)('%s', (_, values, claimed, difference) => {
	const logged = loggedFor(
		values.map((value) => said('ours', value)),
		'ours',
		'2026-04-01'
	);
	expect(logDifference(logged, claimed === undefined ? undefined : { value: claimed })).toEqual(difference);
});

test('the number of the log is taken over only when it is there, whole, and not claimed already', () => {
	const asked = { organisation: 'KOKSU', on: '2026-04-01' };
	const blocks = (values: Value[], sameDay?: Parameters<typeof fromLogBlocks>[1]) => {
		const contributions = values.map((value) => said('ours', value));
		return fromLogBlocks(loggedFor(contributions, 'ours', '2026-04-01'), sameDay, asked).map(
			({ code }) => code
		);
	};
	expect(blocks([])).toEqual(['log-empty']);
	expect(blocks([valueOf(4), MISSING])).toEqual(['log-not-counted']);
	expect(blocks([MISSING])).toEqual(['log-not-counted']);
	expect(blocks([valueOf(4)], { value: 4, state: 'reported' })).toEqual(['log-claimed']);
	expect(blocks([valueOf(4)], { value: 4, state: 'returned' })).toEqual([]);
	expect(blocks([valueOf(4)], { value: 5, state: 'verified' })).toEqual([]);
	expect(blocks([NIL])).toEqual([]);
});

test('the parts of all organisations make up what the log says in all', () => {
	const someone = fc.constantFrom('a', 'b', null);
	const some = fc.array(fc.record({ of: someone, heads: fc.option(fc.nat(50)) }), { maxLength: 8 });
	fc.assert(
		fc.property(some, (made) => {
			const all = made.map(({ of, heads }) => said(of, heads === null ? MISSING : valueOf(heads)));
			const parts = ['a', 'b', null].map((of) => loggedFor(all, of, '2026-03-01'));
			const known = made.reduce((sum, { heads }) => sum + (heads ?? 0), 0);
			expect(parts.reduce((sum, part) => sum + (part.sum ?? 0), 0)).toBe(known);
			expect(parts.reduce((sum, part) => sum + part.missing, 0)).toBe(
				made.filter(({ heads }) => heads === null).length
			);
		})
	);
});

test('claims are compared on each target day that has passed, and today', () => {
	const targets = ['2026-11-30', '2025-05-31', '2026-06-15'].map((dueOn) => ({ dueOn }));
	expect(comparedDays(targets, '2026-06-15')).toEqual(['2025-05-31', '2026-06-15']);
});

test('a target is proposed for a day that comes, once at a time, and says something new', () => {
	const indicator = {
		code: 'I10',
		isClosed: false,
		targets: [{ dueOn: '2026-11-30', value: 500 }],
		proposals: [
			{ dueOn: '2026-09-30', verdict: null },
			{ dueOn: '2026-10-31', verdict: 'declined' as const }
		]
	};
	const blocks = (dueOn: string, value: number, more = {}) =>
		proposeTargetBlocks({ ...indicator, ...more }, { dueOn, value }, '2026-06-15').map(({ code }) => code);
	expect(blocks('2026-11-30', 450)).toEqual([]);
	expect(blocks('2026-10-31', 300)).toEqual([]);
	expect(blocks('2026-11-30', 500)).toEqual(['target-unchanged']);
	expect(blocks('2026-09-30', 300)).toEqual(['target-proposal-open']);
	expect(blocks('2026-06-14', 300, { isClosed: true })).toEqual(['indicator-closed', 'target-day-passed']);
});

test('a proposed target is decided once, and never by who made it', () => {
	const blocks = (proposedBy: string | null, verdict: 'accepted' | null, isClosed = false) =>
		decideTargetBlocks({ code: 'I10', isClosed }, { verdict, proposedBy }, 'accepted', {
			personId: 'me',
			name: 'Me'
		}).map(({ code }) => code);
	expect(blocks('other', null)).toEqual([]);
	expect(blocks('me', 'accepted', true)).toEqual([
		'indicator-closed',
		'target-proposal-settled',
		'target-proposal-own'
	]);
});

test('no address is looked at twice within ten minutes, and the longest forgotten come first', () => {
	const now = new Date('2026-06-15T09:00:00.000Z');
	const at = (code: string, checkedAt: string | null) => ({ code, checkedAt });
	const asked = [
		at('DC-1', '2026-06-15T08:55:00.000Z'),
		at('DC-2', '2026-06-15T08:50:00.000Z'),
		at('DC-3', '2026-01-01T00:00:00.000Z'),
		at('DC-4', null)
	];
	expect(linksToCheck(asked, now).map(({ code }) => code)).toEqual(['DC-4', 'DC-3', 'DC-2']);
	const many = Array.from({ length: 40 }, (_, index) => at(`DC-${index}`, null));
	expect(linksToCheck(many, now)).toHaveLength(12);
});
