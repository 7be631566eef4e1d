import { draftOf } from '#lib/domain/catalogue/algorithm-draft.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import type { Row } from '#tests/routes/row.ts';
import type { Fields } from '#tests/support/http-client.ts';
import { typedDraft } from '#tests/support/typed-draft.ts';

const ENTRY = '/[project]/catalogue/[code]';
const ALGORITHM = '/[project]/catalogue/algorithm';

const act = (name: string, gate: Row['gate'], fields: Fields, more: Partial<Row> = {}): Row => ({
	route: ENTRY,
	act: `action ${name}`,
	gate,
	about: 'entry',
	form: () => fields,
	...more
});

/** Lists are sent under names that end with `[]`. */
const proposal = Object.fromEntries(
	Object.entries(typedDraft(draftOf(PROPOSED_ALGORITHM))).map(([name, value]) => [
		typeof value === 'string' ? name : `${name}[]`,
		value
	])
);

export const CATALOGUE_STEP_ROWS: readonly Row[] = [
	{ route: `${ENTRY}/steps`, act: 'load', gate: 'catalogue:read', about: 'entry' },
	act('take-step', 'entry:take-step', { state: 'needs-confirmed', note: '' }),
	act('publish', 'entry:publish', { state: 'published', note: '', 'record-published-on': '2026-06-15' }),
	act('recognise', 'entry:recognise', { state: 'recognised', note: '' }),
	act('return', 'entry:return', { reason: 'Outcome 2 has no assessment' }, { last: 1 }),
	act('hold', 'entry:hold', { reason: 'No teacher this year', untilOn: '2030-01-01' }, { last: 2 }),
	act('resume', 'entry:hold', { note: '' }, { last: 2 }),
	act('merge', 'entry:end', { into: 'MC-NONE-01', reason: 'The same' }, { last: 3 }),
	act('retire', 'entry:end', { reason: 'Nobody teaches it' }, { last: 4 }),
	act('upload-proof', 'entry:edit', { requirement: 'need', level: 'SEN' }, { file: 'file' }),
	act('link-proof', 'entry:edit', {
		requirement: 'need',
		level: 'PU',
		url: 'https://example.org/survey',
		title: 'Survey'
	}),
	{
		route: ENTRY,
		act: 'action reuse-proof',
		gate: 'entry:edit',
		about: 'entry',
		unknown: true,
		form: () => ({ requirement: 'need', evidenceId: '00000000-0000-7000-8000-00000000dead' })
	},
	{
		route: ENTRY,
		act: 'action unlink-proof',
		gate: 'entry:edit',
		about: 'entry',
		unknown: true,
		form: () => ({ useId: '00000000-0000-7000-8000-000000000009' })
	},
	{ route: ALGORITHM, act: 'load', gate: 'catalogue:read', about: 'project' },
	{ route: `${ALGORITHM}/edit`, act: 'load', gate: 'algorithm:publish', about: 'algorithm' },
	{
		route: `${ALGORITHM}/edit`,
		act: 'action default',
		gate: 'algorithm:publish',
		about: 'algorithm',
		form: () => ({ ...proposal, basedOn: '0', note: 'As decided in Almaty' })
	}
];
