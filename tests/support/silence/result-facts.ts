import { EVER } from '#lib/domain/catalogue/target-series.ts';
import type { HeadRole } from '#lib/domain/outreach/heads.ts';
import { MOBILITY_KINDS } from '#lib/domain/outreach/mobility.ts';
import { headsOf } from '#lib/domain/outreach/outreach-counts.ts';
import { OUTREACH_KINDS } from '#lib/domain/outreach/outreach.ts';
import { MISSING, NIL, reported, valueOf, type Value } from '#lib/domain/values.ts';
import fc from 'fast-check';
import { TODAY, day } from './plan-facts.ts';
import { changeOne } from './prove.ts';

const value: fc.Arbitrary<Value> = fc.oneof(
	fc.nat({ max: 500 }).map((count) => valueOf(count)),
	fc.constant(NIL),
	fc.constant(MISSING)
);

const head = fc.record({
	...{ recordId: fc.constant(''), code: fc.constant('DC-1'), day: fc.constant(TODAY) },
	role: fc.constantFrom('audience' as const, 'participant' as const, 'trainer' as const),
	kind: fc.constantFrom('students' as const, 'teachers' as const),
	value,
	...{ women: fc.constant(null), list: fc.constant(null), countedAt: fc.constant(null) }
});

export const countedRecord = fc.record({
	state: fc.constantFrom('done', 'planned'),
	kind: fc.constantFrom('event', 'publication', 'web', ...MOBILITY_KINDS),
	level: fc.constantFrom('PU', 'SEN'),
	visibility: fc.option(fc.constant('confirmed')),
	heads: fc.array(head, { maxLength: 3 })
});
export type CountedRecord = typeof countedRecord extends fc.Arbitrary<infer T> ? T : never;

/** Nobody counted the people, of one role, of one record that took place. */
export const withoutHeads =
	(role: HeadRole, kinds: readonly string[]) =>
	(records: readonly CountedRecord[], index: number): CountedRecord[] | null =>
		changeOne(
			records,
			index,
			(one) => kinds.includes(one.kind) && reported(headsOf([one], (line) => line.role === role)) > 0,
			(one) => ({ ...one, heads: one.heads.filter((line) => line.role !== role) })
		);

/** So many credits in the catalogue by the end of the year. */
export const AIM = {
	...{ title: 'Credits', origin: 'entered', scopeKind: 'project' as const, scopeCode: '' },
	...{ measure: 'ects' as const, amount: 20, dueOn: '2026-12-31', countingState: 'catalogue-ready' }
};

export const credits = fc.record({ ects: fc.option(fc.integer({ min: 1, max: 30 })) });
type Credits = typeof credits extends fc.Arbitrary<infer T> ? T : never;

export function withoutCredits(entries: readonly Credits[], index: number): Credits[] | null {
	return changeOne(
		entries,
		index,
		({ ects }) => ects !== null,
		() => ({ ects: null })
	);
}

/** An entry that counts, with so many credits. */
export const pastOf = ({ ects }: Credits, index: number) => ({
	...{ itemId: String(index), organisationId: null, country: null },
	states: [{ fromOn: EVER, value: AIM.countingState }],
	ects: [{ fromOn: EVER, value: ects }],
	...{ themes: [], levels: [] }
});

export const toldLine = fc.record({
	kind: fc.constantFrom(...OUTREACH_KINDS),
	state: fc.constant('done' as const),
	level: fc.constantFrom('PU' as const, 'SEN' as const),
	startsOn: fc.option(day),
	url: fc.option(fc.constant('https://example.org')),
	doi: fc.option(fc.constant('10.1000/1')),
	licence: fc.option(fc.constant('CC BY 4.0')),
	visibility: fc.option(fc.constant('confirmed' as const)),
	isCounted: fc.boolean(),
	evidence: fc.nat({ max: 2 }),
	link: fc.constant(null)
});
export type ToldLine = typeof toldLine extends fc.Arbitrary<infer T> ? T : never;

/** Of a line that took place, one thing less that its kind owes. */
export function withoutAnswer(line: ToldLine, index: number): ToldLine | null {
	const owed: readonly ToldLine[] = [
		...(line.startsOn === null ? [] : [{ ...line, startsOn: null }]),
		...(line.level === 'PU' && line.visibility !== null ? [{ ...line, visibility: null }] : []),
		...(line.kind === 'publication' && line.licence !== null ? [{ ...line, licence: null }] : []),
		...(line.kind === 'web' && line.url !== null && line.doi === null ? [{ ...line, url: null }] : []),
		...(line.kind === 'event' && line.isCounted ? [{ ...line, isCounted: false }] : [])
	];
	return owed[index % Math.max(1, owed.length)] ?? null;
}
