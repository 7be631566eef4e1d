import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const OWN = '/[project]/check-in';
const PERIOD = `${OWN}/[period]`;

/** A form that keeps or sends what the own organisation says: each may do that for their own. */
const own = (name: string, more: Partial<Row> = {}): Row => ({
	route: PERIOD,
	act: `action ${name}`,
	gate: 'check-in:write',
	about: 'project',
	needs: 'check_in_period',
	form: ({ related }) => ({
		key: '019ed000-0000-7000-8000-000000000000',
		[`version-${related.other_deliverable ?? ''}`]: '0',
		[`answer-${related.other_deliverable ?? ''}`]: '',
		[`by-${related.other_deliverable ?? ''}`]: related.organisation ?? '',
		[`text-${related.other_work_package ?? ''}`]: 'We met twice',
		confirmed: '1'
	}),
	...more
});

const seen = ({ id, version }: Target) => `${id}.${version}`;
const accept = (route: string): Row => ({
	route,
	act: 'action accept',
	gate: 'check-in:accept',
	about: 'check-in',
	form: (target) => ({ 'checkIns[]': [seen(target)], note: 'Seen together' })
});
const without = (route: string): Row => ({
	route,
	act: 'action without',
	gate: 'check-in:accept',
	about: 'check-in',
	form: ({ related }) => ({ 'organisationIds[]': [related.organisation ?? ''], reason: 'They moved' })
});

export const CHECK_IN_ROWS: readonly Row[] = [
	{ route: OWN, act: 'load', gate: 'check-in:read', about: 'project' },
	{ route: PERIOD, act: 'load', gate: 'check-in:read', about: 'project', needs: 'check_in_period' },
	own('save'),
	own('submit', { last: 1 }),
	own('nil', { last: -1 }),
	own('correct', { form: () => ({}), last: 2 }),
	{ route: `${PERIOD}/[organisation]`, act: 'load', gate: 'check-in-answer:read', about: 'check-in' },
	without(`${PERIOD}/[organisation]`),
	accept(`${PERIOD}/[organisation]`),
	{
		route: `${PERIOD}/[organisation]`,
		act: 'action return',
		gate: 'check-in:return',
		about: 'check-in',
		form: (target) => ({ checkIn: seen(target), reason: 'Which cohort?' }),
		last: 1
	},
	{ route: `${PERIOD}/all`, act: 'load', gate: 'check-in:read', about: 'project', needs: 'check_in_period' },
	without(`${PERIOD}/all`),
	accept(`${PERIOD}/all`),
	{
		route: `${PERIOD}/all`,
		act: 'action lock',
		gate: 'period:lock',
		about: 'project',
		needs: 'check_in_period',
		form: () => ({}),
		last: 1
	},
	{
		route: `${PERIOD}/all`,
		act: 'action reopen',
		gate: 'period:reopen',
		about: 'project',
		needs: 'check_in_period',
		form: () => ({ reason: 'A list was wrong' }),
		last: 2
	}
];
