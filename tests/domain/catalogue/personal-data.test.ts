import { expect, test } from 'vitest';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { personalHints } from '#lib/domain/catalogue/personal-data.ts';

const PEOPLE = ['Aliya Bekova', 'Қайрат Нұрланов', 'Dilshod', 'María-José O’Neill'];
const saying = (en: string): EntryContent => ({ description: { standing: 'value', value: { en } } });
const found = (text: string) => personalHints(saying(text), PEOPLE).map((one) => [one.kind, one.found]);

test.each([
	['Ask a.bekova@uni.kz for it.', 'mail', 'a.bekova@uni.kz'],
	['Call +7 727 377 33 33.', 'phone', '+7 727 377 33 33'],
	['Call 8 (727) 377-33-33', 'phone', '8 (727) 377-33-33'],
	['Call 00998 71 123 45 67', 'phone', '00998 71 123 45 67'],
	['Taught by Aliya Bekova and others.', 'person', 'Aliya Bekova'],
	['Taught by BEKOVA, ALIYA', 'person', 'Aliya Bekova'],
	['Оқытушы: Кайрат Нурланов', 'person', 'Қайрат Нұрланов'],
	["Taught by Maria-Jose O'Neill", 'person', 'María-José O’Neill']
])('%s is hinted at', (text, kind, what) => {
	expect(found(text)).toEqual([[kind, what]]);
});

test.each([
	'From 2026-09-01 to 2026-12-15, 120 hours',
	'A budget of 1 000 000 000 tenge, ISO 9001:2015, DOI 10.1000/0098765432101',
	'8 outcomes, 12 credits; https://uni.example/00123456789',
	'Aliya teaches; Bekova too',
	'Aliya Bekovason',
	'Dilshod is one name alone',
	'Follow us @uni'
])('%s is not', (text) => {
	expect(found(text)).toEqual([]);
});

test('every public text is looked through, and what stays inside the consortium is not', () => {
	const mail = 'x@uni.example';
	const content: EntryContent = {
		...saying(mail),
		title: { standing: 'value', value: { en: 'Water', kk: `Су ${mail}` } },
		'learning-outcomes': {
			standing: 'value',
			value: [{ id: 'a', texts: { en: `Write to ${mail}` }, assessment: null }]
		},
		skills: { standing: 'value', value: [{ label: mail, uri: null }] },
		'quality-assurance': { standing: 'value', value: { type: 'internal', text: mail } },
		grading: { standing: 'not-applicable', reason: mail },
		contact: { standing: 'value', value: mail },
		need: { standing: 'value', value: { en: mail } }
	};
	expect(
		personalHints(content, [])
			.map(({ element }) => element)
			.toSorted()
	).toEqual(['description', 'learning-outcomes', 'quality-assurance', 'skills', 'title']);
});

test('what stands twice in an element is said once', () => {
	expect(found('x@uni.example and x@uni.example')).toEqual([['mail', 'x@uni.example']]);
});
