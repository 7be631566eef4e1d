import { expect, test } from 'vitest';
import { shiftedDates, spanBlocks } from '#lib/domain/project-settings.ts';

const BEFORE = { startOn: '2023-12-01', durationMonths: 36 };
const AFTER = { ...BEFORE, reference: '' };

test('dates at the end of a month follow the first day; dates that were agreed otherwise stay', () => {
	const due = { dueMonth: 3, contractualOn: '2024-02-29', agreedOn: '2024-02-29' };
	expect(shiftedDates(due, '2023-12-01', '2024-01-15')).toEqual({
		contractualOn: '2024-04-14',
		agreedOn: '2024-04-14'
	});
	expect(shiftedDates({ ...due, agreedOn: '2024-03-10' }, '2023-12-01', '2024-01-15')).toEqual({
		contractualOn: '2024-04-14'
	});
	expect(shiftedDates({ ...due, contractualOn: '2024-02-10' }, '2023-12-01', '2024-01-15')).toBeNull();
	expect(shiftedDates({ ...due, dueMonth: null }, '2023-12-01', '2024-01-15')).toBeNull();
	expect(shiftedDates(due, '2023-12-01', '2023-12-01')).toBeNull();
});

test('a project cannot end before what is planned in it, and names what is planned last', () => {
	const planned = [
		{ code: 'D1.1', month: 3 },
		{ code: 'D6.3', month: 36 }
	];
	expect(spanBlocks(BEFORE, { ...AFTER, durationMonths: 30 }, planned, 0)).toEqual([
		{ code: 'planned-after-end', what: 'D6.3', month: 36, last: 30 }
	]);
	expect(spanBlocks(BEFORE, { ...AFTER, durationMonths: 36 }, planned, 0)).toEqual([]);
});

test('another first day takes a reference as soon as a contractual date moves with it', () => {
	const later = { ...AFTER, startOn: '2024-01-15' };
	expect(spanBlocks(BEFORE, later, [], 2)).toEqual([{ code: 'start-without-reference' }]);
	expect(spanBlocks(BEFORE, { ...later, reference: 'Article 3' }, [], 2)).toEqual([]);
	expect(spanBlocks(BEFORE, later, [], 0)).toEqual([]);
});
