import type { Row } from '#tests/routes/row.ts';

const MEETING = '/[project]/meetings/[meeting]';

export const MEETING_AGENDA_ROWS: readonly Row[] = [
	{ route: MEETING, act: 'layout', gate: 'meeting:read', about: 'meeting' },
	{ route: MEETING, act: 'load', gate: 'meeting:read', about: 'meeting' },
	{ route: `${MEETING}/agenda`, act: 'load', gate: 'meeting:read', about: 'meeting' }
];
