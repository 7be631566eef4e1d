import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesHolder, type HeldMinutes } from '#lib/domain/meetings/minutes-holder.ts';

const HELD: HeldMinutes = {
	state: 'held',
	minutesState: 'draft',
	origin: 'entered',
	chairId: 'chair',
	secretaryId: 'secretary',
	lastDay: '2026-06-05',
	untold: 2,
	circulatedAt: null,
	objectionsUntilOn: null,
	standing: 0,
	approvedAt: null,
	signedBy: []
};
const ROUND = {
	minutesState: 'circulated',
	circulatedAt: '2026-06-08T09:00:00.000Z',
	objectionsUntilOn: '2026-06-22'
} as const;
const APPROVED = { ...ROUND, minutesState: 'approved', approvedAt: '2026-06-23T09:00:00.000Z' } as const;

test.each<[string, Partial<HeldMinutes>, string, readonly string[] | null]>([
	['the secretary writes', {}, 'write-minutes', ['secretary']],
	['the chair where there is no secretary', { secretaryId: null }, 'write-minutes', ['chair']],
	['written, they are circulated', { untold: 0 }, 'circulate-minutes', ['secretary']],
	['the coordinator names who writes', { chairId: null, secretaryId: null }, 'name-officers', []],
	[
		'a meeting of the public record waits for nobody',
		{ chairId: null, secretaryId: null, origin: 'stated' },
		'',
		null
	],
	['nobody while the meeting runs', { state: 'running' }, '', null],
	[
		'the coordinator while silence decides',
		{ ...ROUND, objectionsUntilOn: '2026-06-24' },
		'await-objections',
		[]
	],
	[
		'chair and secretary while an objection stands',
		{ ...ROUND, standing: 1 },
		'settle-objections',
		['chair', 'secretary']
	],
	['the coordinator after the window', ROUND, 'approve-minutes', []],
	['both sign', APPROVED, 'sign-minutes', ['chair', 'secretary']],
	['who has not signed yet', { ...APPROVED, signedBy: ['chair'] }, 'sign-minutes', ['secretary']],
	['locked minutes wait for nobody', { minutesState: 'locked' }, '', null]
])('%s', (_, given, awaits, personIds) => {
	const holder = minutesHolder({ ...HELD, ...given }, '2026-06-23');
	expect(holder && [holder.awaits, holder.personIds]).toEqual(personIds && [awaits, personIds]);
	if (awaits === 'approve-minutes')
		expect(holder).toMatchObject({ role: 'coordinator', since: '2026-06-23' });
});

test('minutes of a meeting that was held have one holder in every state until they are locked', () => {
	const id = fc.option(fc.constantFrom('ana', 'bek'), { nil: null });
	const minutes = fc.record({
		minutesState: fc.constantFrom('draft', 'circulated', 'approved'),
		chairId: id,
		secretaryId: id,
		untold: fc.nat(3),
		standing: fc.nat(2),
		objectionsUntilOn: fc.constantFrom('2026-06-22', '2026-06-23', '2026-06-24')
	});
	fc.assert(
		fc.property(minutes, (given) => {
			const holder = minutesHolder({ ...HELD, ...ROUND, ...given }, '2026-06-23');
			expect(holder?.kind === 'people' ? holder.personIds.length : holder?.role).toBeTruthy();
		})
	);
});
