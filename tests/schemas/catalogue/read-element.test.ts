import { expect, test } from 'vitest';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { elementFields } from '#lib/schemas/catalogue/element-fields.ts';
import { STORED_ELEMENTS } from '#lib/schemas/catalogue/content.ts';
import { readElement } from '#lib/schemas/catalogue/read-element.ts';

const texts = { en: 'Water', kk: 'Су' };
const CONTENT: EntryContent = {
	title: { standing: 'value', value: texts },
	'learning-outcomes': {
		standing: 'value',
		value: [
			{ id: 'lo-1', texts, assessment: 'project' },
			{ id: 'lo-2', texts, assessment: null }
		]
	},
	workload: { standing: 'value', value: { hours: 37.5, ects: null } },
	level: { standing: 'value', value: { eqf: 6, cycle: 'first', national: '6' } },
	assessment: { standing: 'value', value: ['project'] },
	'quality-assurance': { standing: 'value', value: { type: 'internal', text: 'Yearly' } },
	prerequisites: { standing: 'value', value: { texts, entryCodes: ['MC-KAZNU-01'] } },
	stackability: { standing: 'value', value: { texts, partOf: ['Master in ecology'] } },
	grading: { standing: 'value', value: 'Pass or fail' },
	'isced-f': { standing: 'value', value: '0521' },
	homepage: { standing: 'value', value: { url: 'https://example.org', checkedOn: '2026-06-01' } },
	skills: {
		standing: 'value',
		value: [
			{ label: 'sampling', uri: null },
			{ label: 'testing', uri: 'http://data.europa.eu/esco/skill/1' }
		]
	},
	sdgs: { standing: 'value', value: [6, 13] },
	programmes: { standing: 'value', value: ['Master in ecology'] },
	cohorts: {
		standing: 'value',
		value: [{ name: 'Spring', startsOn: '2026-03-01', endsOn: null, enrolled: 0, completed: null }]
	}
};

test.each(STORED_ELEMENTS.filter((element) => CONTENT[element] !== undefined))(
	'what the form of %s shows is what it sends back',
	(element) => {
		const held = CONTENT[element];
		expect(readElement(element, elementFields(element, CONTENT))).toEqual(
			held?.standing === 'value' ? held.value : undefined
		);
	}
);

const outcomes = { ...elementFields('learning-outcomes', CONTENT) };
const idsAfter = (order: string) => {
	const read = readElement('learning-outcomes', { ...outcomes, do: order });
	return Array.isArray(read) ? read.map((row: { id: string }) => row.id) : [];
};

test.each([
	['up:1', ['lo-2', 'lo-1']],
	['down:0', ['lo-2', 'lo-1']],
	['up:0', ['lo-1', 'lo-2']],
	['remove:0', ['lo-2']],
	['remove:7', ['lo-1', 'lo-2']],
	['add', ['lo-1', 'lo-2']]
])('the button %s arranges the outcomes', (order, ids) => {
	expect(idsAfter(order)).toEqual(ids);
});

test('a new outcome gets an id that nobody has, and a comma is a decimal point', () => {
	const typed = { outcomeId: ['lo-1', ''], outcomeAssessment: ['', 'test'], 'outcome.en': ['One', 'Two'] };
	expect(readElement('learning-outcomes', typed)).toMatchObject([{ id: 'lo-1' }, { id: 'lo-2' }]);
	expect(readElement('workload', { hours: '37,5', ects: '' })).toEqual({ hours: 37.5, ects: null });
});
