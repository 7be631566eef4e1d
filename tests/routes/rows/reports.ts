import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const MONTHS = '/[project]/reports/[months]';
const VISIT = '/[project]/reports/visit/[of]';
const TEXT = { section: 'summary', version: '0', text: 'What we did in these months.' };

const of = (target: Target) => target.code;

/** Reports of the whole project, and packs of one organisation. */
export const REPORT_ROWS: readonly Row[] = [
	{ route: '/[project]/reports', act: 'load', gate: 'report:read', about: 'project' },
	{ route: MONTHS, act: 'load', gate: 'report:read', about: 'quarter' },
	{ route: `${MONTHS}/report.docx`, act: 'GET', gate: 'report:read', about: 'quarter' },
	{ route: MONTHS, act: 'action write', gate: 'report:edit', about: 'quarter', form: () => TEXT },
	{ route: VISIT, act: 'load', gate: 'report:read', about: 'visited' },
	{ route: `${VISIT}/pack.docx`, act: 'GET', gate: 'report:read', about: 'visited' },
	{
		route: VISIT,
		act: 'action write',
		gate: 'report:edit',
		about: 'visited',
		form: (target) => ({ ...TEXT, section: 'about', text: `About ${of(target)}.` })
	}
];
