import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/days.ts';
import {
	approveBlocks,
	circulateBlocks,
	isQuorate,
	isSigned,
	MINUTES_CYCLE,
	minutesStateBlocks,
	signBlocks,
	standingObjections,
	writeBlocks,
	type MinutesFacts
} from '#lib/domain/meetings/minutes.ts';
import {
	objectBlocks,
	settleBlocks,
	withdrawObjectionBlocks
} from '#lib/domain/meetings/minutes-objections.ts';
import { draft } from '#tests/support/minutes-facts.ts';

const WINDOW = 5;
const PEOPLE = ['chair', 'secretary', 'member'] as const;
const ORGANISATIONS = ['koksu', 'kaznu'] as const;

const act = fc.oneof(
	fc.record({ kind: fc.constant('write' as const), text: fc.constantFrom('one', 'two', '') }),
	fc.record({ kind: fc.constant('circulate' as const), present: fc.integer({ min: 8, max: 11 }) }),
	fc.record({
		kind: fc.constantFrom('object', 'withdraw-objection', 'accept' as const),
		organisation: fc.constantFrom(...ORGANISATIONS)
	}),
	fc.record({ kind: fc.constantFrom('approve', 'withdraw' as const) }),
	fc.record({
		kind: fc.constant('sign' as const),
		person: fc.constantFrom(...PEOPLE),
		part: fc.constantFrom('chair', 'secretary' as const)
	}),
	fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 4 }) })
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

interface World {
	facts: MinutesFacts;
	today: string;
	/** What stood in the text when it was circulated and when it was approved. */
	frozen: string;
	approvedOn: string | null;
}

const textOf = (facts: MinutesFacts) => facts.points.map(({ text }) => text).join('|');

/** What the commands do, in small: each asks the guards first. */
function play(world: World, one: Act): World {
	const { facts, today } = world;
	const to = (given: Partial<MinutesFacts>, more: Partial<World> = {}) => ({
		...world,
		...more,
		facts: { ...facts, ...given }
	});
	const free = (reasons: readonly unknown[]) => reasons.length === 0;
	switch (one.kind) {
		case 'wait':
			return { ...world, today: addDays(today, one.days) };
		case 'write': {
			if (!free(writeBlocks(facts))) return world;
			const [first, ...rest] = facts.points;
			return to({ points: first ? [{ ...first, text: one.text }, ...rest] : [] });
		}
		case 'circulate': {
			if (!free(circulateBlocks(facts))) return world;
			const frozen = textOf(facts);
			const number = (facts.circulation?.number ?? 0) + 1;
			const quorum = { members: 14, present: one.present, needed: 10 };
			const circulation = {
				number,
				sha256: `${number}:${frozen}`,
				objectionsUntilOn: addDays(today, WINDOW),
				quorum
			};
			return to({ state: MINUTES_CYCLE.circulate.to, circulation, objections: [] }, { frozen });
		}
		case 'object': {
			const { organisation } = one;
			const who = { organisationId: organisation, organisation, isInvited: true, hasVote: true };
			if (!free(objectBlocks(facts, who, null, today))) return world;
			const id = String(facts.objections.length);
			const made = { id, organisationId: one.organisation, organisation: one.organisation, pointId: null };
			return to({ objections: [...facts.objections, { ...made, settled: null }] });
		}
		case 'withdraw-objection':
		case 'accept': {
			const objection = standingObjections(facts)[0];
			if (!objection) return world;
			const settled = one.kind === 'accept' ? ('accepted' as const) : ('withdrawn' as const);
			const blocks =
				one.kind === 'accept'
					? settleBlocks(facts, objection)
					: withdrawObjectionBlocks(facts, objection, one.organisation);
			if (!free(blocks)) return world;
			const objections = facts.objections.map((each) => (each === objection ? { ...each, settled } : each));
			return to({ objections, ...(one.kind === 'accept' ? { state: MINUTES_CYCLE.withdraw.to } : {}) });
		}
		case 'withdraw':
			return free(minutesStateBlocks(facts, 'withdraw')) ? to({ state: MINUTES_CYCLE.withdraw.to }) : world;
		case 'approve':
			if (!free(approveBlocks(facts, today))) return world;
			return to({ state: MINUTES_CYCLE.approve.to }, { approvedOn: today });
		case 'sign': {
			const sha256 = facts.circulation?.sha256 ?? '';
			if (!free(signBlocks(facts, one.part, { personId: one.person, seenSha256: sha256 }))) return world;
			const made = { part: one.part, personId: one.person, personName: one.person, coversSha256: sha256 };
			const signatures = [...facts.signatures, made];
			const isDone = isSigned({ ...facts, signatures });
			return to({ signatures, ...(isDone ? { state: MINUTES_CYCLE.lock.to } : {}) });
		}
	}
}

const START: World = { facts: draft, today: '2026-06-15', frozen: '', approvedOn: null };

let locked = 0;

test('no order of events locks minutes against an objection, without quorum, early, by one person, or changed', () => {
	fc.assert(
		fc.property(fc.array(act, { minLength: 4, maxLength: 40 }), (acts) => {
			const { facts, frozen, approvedOn } = acts.reduce(play, START);
			const { circulation } = facts;
			if (facts.state !== 'draft') expect(textOf(facts)).toBe(frozen);
			if (facts.state !== 'approved' && facts.state !== 'locked') return;
			locked += 1;
			expect(standingObjections(facts)).toEqual([]);
			expect(circulation && isQuorate(circulation.quorum)).toBe(true);
			expect((approvedOn ?? '') > (circulation?.objectionsUntilOn ?? '')).toBe(true);
			if (facts.state !== 'locked') return;
			expect(new Set(facts.signatures.map((one) => one.personId)).size).toBe(2);
			expect(facts.signatures.every((one) => one.coversSha256 === circulation?.sha256)).toBe(true);
			expect(circulation?.sha256).toBe(`${circulation?.number}:${textOf(facts)}`);
		}),
		{ numRuns: 3000 }
	);
	expect(locked).toBeGreaterThan(10);
});

test('the straight way ends locked, and nothing leads out of it', () => {
	const way: Act[] = [
		{ kind: 'circulate', present: 10 },
		{ kind: 'object', organisation: 'koksu' },
		{ kind: 'withdraw-objection', organisation: 'koksu' },
		...[4, 2].map((days): Act => ({ kind: 'wait', days })),
		{ kind: 'approve' },
		{ kind: 'sign', person: 'chair', part: 'chair' },
		{ kind: 'sign', person: 'secretary', part: 'secretary' }
	];
	const end = way.reduce(play, START);
	expect(end.facts.state).toBe('locked');
	fc.assert(
		fc.property(fc.array(act), (acts) => {
			expect(acts.reduce(play, end).facts).toEqual(end.facts);
		})
	);
});
