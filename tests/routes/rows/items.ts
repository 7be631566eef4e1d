import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const DATES = '/[project]/items/[code]/dates';
const itemOf = (target: Target) => ({ itemId: target.id, version: String(target.version) });

/** What deliverables and milestones have in common. */
export const ITEM_ROWS: readonly Row[] = (['deliverable', 'milestone'] as const).flatMap((about): Row[] => [
	{ route: DATES, act: 'load', gate: 'progress:read', about },
	{
		route: DATES,
		act: 'action forecast',
		gate: 'item:forecast',
		about,
		form: (target) => ({
			...itemOf(target),
			toOn: '2026-11-30',
			reasonCode: 'partner-delay',
			reasonText: 'Waiting for two partners'
		})
	},
	{
		route: DATES,
		act: 'action agree',
		gate: 'item:agree-date',
		about,
		form: (target) => ({ ...itemOf(target), toOn: '2026-11-30', reference: 'Decision 12', reasonText: '' })
	}
]);
