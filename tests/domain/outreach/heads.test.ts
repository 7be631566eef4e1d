import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOnce, type HeadLine } from '#lib/domain/outreach/heads.ts';
import { headsOf } from '#lib/domain/outreach/outreach-counts.ts';
import { contributionsTo, type OutreachMeasure } from '#lib/domain/outreach/measures.ts';
import { MISSING, NIL, notApplicable, total, valueOf, type Value } from '#lib/domain/values.ts';

const line = (recordId: string, value: Value, list: string | null = null, day = '2026-01-01'): HeadLine => ({
	recordId,
	code: recordId,
	day,
	role: 'audience',
	kind: 'teachers',
	value,
	women: null,
	list
});

const all = () => true;
const record = (id: string, lines: readonly HeadLine[], state = 'done') => ({
	state,
	heads: countOnce(lines).filter(({ recordId }) => recordId === id)
});

test('heads of one list count under the record that took place first, and nowhere else', () => {
	const lines = [
		line('late', valueOf(30), 'list', '2026-02-01'),
		line('early', valueOf(28), 'list', '2026-01-01')
	];
	expect(countOnce(lines).map(({ recordId, countedAt }) => [recordId, countedAt])).toEqual([
		['late', 'early'],
		['early', null]
	]);
	const both = headsOf([record('late', lines), record('early', lines)], all);
	expect(both).toMatchObject({ sum: 28, asked: 1, elsewhere: 1, isWhole: true });
});

test('several lines of one record may be counted from the same list', () => {
	const lines = [
		line('a', valueOf(20), 'list'),
		{ ...line('a', valueOf(5), 'list'), kind: 'students' as const }
	];
	expect(headsOf([record('a', lines)], all)).toMatchObject({ sum: 25, elsewhere: 0 });
});

test.each([
	['nothing said', [], { sum: null, missing: 1, isWhole: false }],
	['one line open', [line('a', valueOf(7)), line('a', MISSING)], { sum: 7, missing: 1, isWhole: false }],
	['nobody came', [line('a', NIL)], { sum: 0, nil: 1, missing: 0, isWhole: true }],
	['does not apply', [line('a', notApplicable('online'))], { sum: null, notApplicable: 1, missing: 0 }]
])('%s is told as such in the total', (_name, lines, expected) => {
	expect(headsOf([record('a', lines)], all)).toMatchObject(expected);
});

test('what is planned or cancelled adds nothing and is not missing', () => {
	expect(headsOf([record('a', [], 'planned'), record('b', [], 'cancelled')], all)).toMatchObject({
		asked: 0,
		sum: null,
		isWhole: true
	});
});

const values: fc.Arbitrary<Value> = fc.oneof(
	fc.integer({ min: 1, max: 500 }).map((heads) => valueOf(heads)),
	fc.constant(NIL),
	fc.constant(MISSING),
	fc.constant(notApplicable('online'))
);
const someLines = fc.array(
	fc.record({
		record: fc.constantFrom('a', 'b', 'c', 'd'),
		value: values,
		list: fc.constantFrom(null, 'x', 'y')
	}),
	{ maxLength: 12 }
);

test('however lists are shared, no list counts under two records, and parts add up to the whole', () => {
	fc.assert(
		fc.property(someLines, (made) => {
			const lines = made.map((one) => line(one.record, one.value, one.list));
			const counted = countOnce(lines).filter(({ countedAt }) => countedAt === null);
			for (const list of ['x', 'y'])
				expect(
					new Set(counted.filter((one) => one.list === list).map((one) => one.recordId)).size
				).toBeLessThan(2);
			const records = ['a', 'b', 'c', 'd'].map((id) => record(id, lines));
			const whole = headsOf(records, all);
			const parts = records.map((one) => headsOf([one], all));
			const sum = (key: 'asked' | 'missing' | 'counted' | 'nil' | 'notApplicable') =>
				parts.reduce((added, part) => added + part[key], 0);
			expect(whole.asked).toBe(sum('asked'));
			expect(whole.missing).toBe(sum('missing'));
			expect(whole.asked).toBe(whole.counted + whole.nil + whole.notApplicable + whole.missing);
			expect(whole.sum ?? 0).toBe(parts.reduce((added, part) => added + (part.sum ?? 0), 0));
			expect(whole.isWhole).toBe(whole.missing === 0);
		})
	);
});

test('an activity that says nothing of who came is missing in its measure, not zero', () => {
	const told = { organisationId: 'ours', startsOn: '2026-01-01' };
	const lines = [{ ...line('MT-1', valueOf(12)), role: 'participant' as const, organisationId: null }];
	const activities = ['MT-1', 'MT-2'].map((code) => ({
		...told,
		code,
		kind: 'training',
		state: 'done',
		heads: countOnce(lines).filter(({ recordId }) => recordId === code)
	}));
	const measured = (measure: OutreachMeasure) => contributionsTo(measure, activities);
	const summed = (measure: OutreachMeasure) => total(measured(measure).map(({ value }) => value));
	expect(summed('people-trained')).toMatchObject({ sum: 12, missing: 1 });
	expect(summed('teachers-trained')).toMatchObject({ sum: 12, missing: 1 });
	expect(summed('trainings')).toMatchObject({ sum: 2, missing: 0 });
	// Only teachers came to the first; of the second nobody knows.
	expect(measured('students-trained').map(({ code, value }) => [code, value.kind])).toEqual([
		['MT-2', 'missing']
	]);
});
