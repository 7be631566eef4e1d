import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING, NIL, notApplicable, total, totalOf, valueOf, type Value } from '#lib/domain/values.ts';
import { coverageText, totalText } from '#lib/text/values.ts';

const value: fc.Arbitrary<Value> = fc.oneof(
	fc.integer({ min: 0, max: 1000 }).map(valueOf),
	fc.constant(NIL),
	fc.constant(notApplicable('no learners')),
	fc.constant(MISSING)
);

describe('a total over what was reported', () => {
	it('says of how many it speaks', () => {
		const sum = total([valueOf(3), valueOf(4), NIL, notApplicable('a ministry'), MISSING]);
		expect(sum).toEqual({
			asked: 5,
			counted: 2,
			nil: 1,
			notApplicable: 1,
			missing: 1,
			sum: 7,
			isWhole: false
		});
		expect(coverageText(sum, '2026-05-12')).toBe(
			'4 of 5 reported, 1 nil, 1 not applicable, 1 silent; as of 12 May 2026'
		);
		expect(totalText(sum)).toBe('At least 7');
	});

	it('is no zero while nobody reported', () => {
		expect(total([MISSING, MISSING]).sum).toBeNull();
		expect(totalText(total([MISSING]))).toBe('Nothing reported');
	});

	it('is zero where all had nothing to report', () => {
		expect(total([NIL, NIL])).toMatchObject({ sum: 0, isWhole: true, missing: 0 });
	});

	it('is whole only while nobody is silent, whatever the others said', () => {
		fc.assert(
			fc.property(fc.array(value), (values) => {
				const sum = total(values);
				expect(sum.isWhole).toBe(values.every(({ kind }) => kind !== 'missing'));
				expect(sum.counted + sum.nil + sum.notApplicable + sum.missing).toBe(values.length);
				expect(total([...values, MISSING]).isWhole).toBe(false);
			})
		);
	});

	it('of parts is the total of the whole', () => {
		fc.assert(
			fc.property(fc.array(fc.array(value)), (parts) => {
				expect(totalOf(parts.map(total))).toEqual(total(parts.flat()));
			})
		);
	});
});
