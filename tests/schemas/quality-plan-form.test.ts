import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PROPOSED_QUALITY_PLAN as PLAN } from '#lib/domain/quality-plan.ts';
import { parseQualityPlan } from '#lib/schemas/quality-plan.ts';
import { planFields, PublishQualityPlan } from '#lib/schemas/quality-plan-form.ts';

const plan = { ...PLAN, holidays: { KZ: ['2026-03-21', '2026-12-16'], ES: ['2026-10-12'] } };
const fields = { ...planFields(plan, ['ES', 'KZ', 'UZ']), basedOn: '3', note: 'New holidays' };

function issues(typed: Record<string, string>) {
	const parsed = v.safeParse(PublishQualityPlan, typed);
	return (parsed.issues ?? []).map((issue) => [v.getDotPath(issue), issue.message]);
}

test('a plan shown in its form and sent back unchanged is the same plan', () => {
	expect(v.parse(PublishQualityPlan, fields)).toEqual({
		...{ basedOn: 3, note: 'New holidays', plan },
		do: 'publish'
	});
});

test('to look what a plan would change nobody has to say why', () => {
	const looked = { ...fields, note: '', do: 'preview' };
	expect(v.parse(PublishQualityPlan, looked)).toMatchObject({ do: 'preview', plan });
	expect(issues({ ...looked, do: 'publish' })).toEqual([['note', 'Say why the rules change.']]);
});

test('days come sorted and once, formats in small letters', () => {
	const typed = {
		...fields,
		'holidays-UZ': '2026-09-01\n\n 2026-03-21 \n2026-09-01',
		acceptedFormats: 'PDF, docx;zip'
	};
	const parsed = v.parse(PublishQualityPlan, typed);
	expect(parsed.plan.holidays['UZ']).toEqual(['2026-03-21', '2026-09-01']);
	expect(parsed.plan.acceptedFormats).toEqual(['pdf', 'docx', 'zip']);
});

test.each([
	[{ reviewQuorum: 'two' }, 'reviewQuorum', 'Enter a whole number.'],
	[{ reviewQuorum: '' }, 'reviewQuorum', 'Enter a whole number.'],
	[{ reviewQuorum: '0' }, 'reviewQuorum', 'At least 1.'],
	[{ slipReasons: 'a | A\nb' }, 'slipReasons', 'Line 2: Enter a label.'],
	[{ 'holidays-KZ': 'yesterday' }, 'holidays-KZ', 'Line 1: A day is written like 2026-06-15.'],
	[{ acceptedFormats: '.pdf' }, 'acceptedFormats', '“.pdf”: A format is written like pdf, without the dot.'],
	[{ note: ' ' }, 'note', 'Say why the rules change.']
])('%o is told at its field', (typed, field, message) => {
	expect(issues({ ...fields, ...typed })).toEqual([[field, message]]);
});

test('a holiday is a real day, in the form as in what is stored', () => {
	const typed = { ...fields, 'holidays-UZ': '2026-02-31' };
	expect(issues(typed).map(([field]) => field)).toEqual(['holidays-UZ']);
	const stored = { ...plan, holidays: { UZ: ['2026-02-31'] } };
	expect(() => parseQualityPlan(JSON.stringify(stored))).toThrow('A day is written like');
});
