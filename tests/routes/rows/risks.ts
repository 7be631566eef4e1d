import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const RISK = '/[project]/risks/[number]';

const act = (
	name: string,
	gate: Row['gate'],
	fields: (target: Target) => object = () => ({ note: 'It changed' }),
	more: Partial<Row> = {}
): Row => ({
	route: RISK,
	act: `action ${name}`,
	gate,
	about: 'risk',
	form: (target) => ({ riskId: target.id, version: String(target.version), ...fields(target) }),
	...more
});
const person = ({ related }: Target) => related.membership_person ?? '';
const assessment = () => ({ likelihood: '2', severity: '5', note: 'It changed' });
const words = () => ({ description: 'A flood', mitigation: '', 'workPackageIds[]': [] });

export const RISK_ROWS: readonly Row[] = [
	{ route: '/[project]/risks', act: 'load', gate: 'risk:read', about: 'project' },
	{ route: '/[project]/risks/new', act: 'load', gate: 'risk:read', about: 'project' },
	{
		route: '/[project]/risks/new',
		act: 'action default',
		gate: 'risk:propose',
		about: 'whole',
		form: () => ({ description: 'The server room floods', mitigation: '', 'workPackageIds[]': [] })
	},
	{ route: RISK, act: 'load', gate: 'risk:read', about: 'risk' },
	act('assess', 'risk:assess', assessment),
	act('reassess', 'risk:assess', assessment),
	act('mitigate', 'risk:edit'),
	act('materialise', 'risk:assess', () => ({ happenedOn: '2026-06-01', note: 'It rained' })),
	act('handle', 'risk:assess'),
	act('close', 'risk:assess'),
	act('reopen', 'risk:assess'),
	act('edit', 'risk:edit', words),
	// Whoever watched it until then could no longer report on it.
	act('give', 'risk:edit', (target) => ({ ownerId: person(target) }), { last: 1 }),
	act(
		'plan',
		'risk:report',
		(target) => ({ text: 'Buy a pump', ownerId: person(target), dueOn: '2026-12-01' }),
		{ about: 'own-risk' }
	),
	act('end', 'risk:report', ({ id }) => ({ measureId: id, outcome: 'done', text: 'It pumps' }), {
		about: 'measure'
	}),
	act(
		'play',
		'risk:report',
		({ related }) => ({
			periodId: related.period ?? '',
			measures: 'yes',
			materialised: 'no',
			text: 'Under control'
		}),
		{ about: 'own-risk', needs: 'period' }
	)
];
