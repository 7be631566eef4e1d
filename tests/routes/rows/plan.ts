import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const PACKAGES = '/[project]/work-packages';
const PACKAGE = `${PACKAGES}/[number]`;
const EDIT = `${PACKAGE}/edit`;
const ORGANISATION = '/[project]/organisations/[code]';

const judgement = () => ({ health: 'at-risk', reason: 'The pilot slipped', untilOn: '2026-07-15' });
const packageOf = ({ id, version }: Target) => ({ workPackageId: id, version: String(version) });
const task = { title: 'Pilot in two regions', leadOrganisationId: '', startMonth: '10', endMonth: '20' };

/** Work packages and organisations. */
export const PLAN_ROWS: readonly Row[] = [
	{ route: PACKAGES, act: 'load', gate: 'work-package:read', about: 'project' },
	{ route: PACKAGE, act: 'load', gate: 'work-package:read', about: 'work-package' },
	{ route: EDIT, act: 'load', gate: 'work-package:edit', about: 'work-package' },
	{ route: PACKAGE, act: 'action override', gate: 'health:override', about: 'work-package', form: judgement },
	{
		route: PACKAGE,
		act: 'action endOverride',
		gate: 'health:override',
		about: 'work-package',
		needs: 'health_override',
		form: ({ related }) => ({ overrideId: related.health_override ?? '' })
	},
	{
		route: EDIT,
		act: 'action objectives',
		gate: 'work-package:edit',
		about: 'work-package',
		form: (one) => ({ ...packageOf(one), objectives: 'Other objectives' })
	},
	{
		route: EDIT,
		act: 'action task',
		gate: 'work-package:edit',
		about: 'work-package',
		needs: 'task',
		form: ({ related }) => ({ ...task, taskId: related.task ?? '', version: '1' })
	},
	{
		route: EDIT,
		act: 'action add',
		gate: 'work-package:edit',
		about: 'work-package',
		form: (one) => ({ ...task, workPackageId: one.id, number: `T${one.code}.9` })
	},
	{ route: '/[project]/organisations', act: 'load', gate: 'organisation:read', about: 'project' },
	{ route: ORGANISATION, act: 'load', gate: 'organisation:read', about: 'organisation' },
	{
		route: ORGANISATION,
		act: 'action default',
		gate: 'organisation:edit',
		about: 'organisation',
		form: ({ version }) => ({
			version: String(version),
			currentName: 'A new name',
			renamedOn: '2026-01-01',
			city: 'Almaty',
			timeZone: 'Asia/Almaty',
			pic: ''
		})
	}
];

/** The judgement of the whole project's health is the coordinator's alone, though leaders judge their work packages. */
export const PROJECT_HEALTH_ROWS: readonly Row[] = [
	{ route: PACKAGES, act: 'action override', gate: 'health:override', about: 'whole', form: judgement },
	{
		route: PACKAGES,
		act: 'action endOverride',
		gate: 'health:override',
		about: 'whole',
		needs: 'health_override',
		form: ({ related }) => ({ overrideId: related.health_override ?? '' })
	}
];
