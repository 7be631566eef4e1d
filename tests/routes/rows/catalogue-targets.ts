import type { Row } from '#tests/routes/row.ts';

const TARGETS = '/[project]/catalogue/targets';
const SET = `${TARGETS}/set`;
const wanted = { title: 'In the catalogue by 2027', amount: '40', dueOn: '2027-12-31' };

const OVERLAPS = '/[project]/catalogue/overlaps';

/** Overlaps between entries. */
export const CATALOGUE_OVERLAP_ROWS: readonly Row[] = [
	{ route: OVERLAPS, act: 'load', gate: 'catalogue:read', about: 'project' },
	{
		route: OVERLAPS,
		act: 'action decide',
		gate: 'overlap:decide',
		about: 'entry',
		needs: 'entry_overlap',
		form: ({ related }) => ({
			overlapId: related.entry_overlap ?? '',
			seen: '',
			decision: 'keep',
			into: '',
			reason: 'One is for engineers, the other for teachers'
		})
	}
];

/** Targets of the catalogue. */
export const CATALOGUE_TARGET_ROWS: readonly Row[] = [
	{ route: TARGETS, act: 'load', gate: 'catalogue:read', about: 'project' },
	{ route: SET, act: 'load', gate: 'target:set', about: 'project' },
	{
		route: SET,
		act: 'action set',
		gate: 'target:set',
		about: 'project',
		form: () => ({ ...wanted, scope: 'level:6', measure: 'entries', countingState: 'catalogue-ready' })
	},
	{
		route: SET,
		act: 'action change',
		gate: 'target:set',
		about: 'project',
		needs: 'catalogue_target',
		form: ({ related }) => ({
			...wanted,
			targetId: related.catalogue_target ?? '',
			version: '1',
			reason: 'Two more'
		})
	},
	{
		route: SET,
		act: 'action end',
		gate: 'target:set',
		about: 'project',
		needs: 'catalogue_target',
		form: ({ related }) => ({
			targetId: related.catalogue_target ?? '',
			version: '1',
			reason: 'Not pursued any longer'
		})
	}
];
