import type { ActualState } from '#lib/domain/indicators/actuals.ts';
import type { TargetVerdict } from '#lib/domain/indicators/target-proposals.ts';
import type { TargetStanding } from '#lib/domain/indicators/targets.ts';

export const ACTUAL_STATE_TEXT = {
	reported: { label: 'Reported', tone: 'waiting', shape: 'half' },
	returned: { label: 'Returned', tone: 'warn', shape: 'triangle' },
	accepted: { label: 'Accepted', tone: 'info', shape: 'three-quarters' },
	verified: { label: 'Verified', tone: 'good', shape: 'check' }
} as const satisfies Record<ActualState, object>;

export const TARGET_STANDING_TEXT = {
	reached: { label: 'Reached', tone: 'good', shape: 'check' },
	late: { label: 'Reached late', tone: 'late', shape: 'diamond' },
	ahead: { label: 'Not yet due', tone: 'waiting', shape: 'half' },
	missed: { label: 'Missed', tone: 'bad', shape: 'cross' },
	unknown: { label: 'Not known: somebody is silent', tone: 'stale', shape: 'broken' }
} as const satisfies Record<TargetStanding, object>;

export const TARGET_VERDICT_TEXT = {
	accepted: { label: 'Accepted', tone: 'good' },
	declined: { label: 'Declined', tone: 'bad' }
} as const satisfies Record<TargetVerdict, object>;

/** The goals of the United Nations, by their number. */
const GOALS = [
	'No poverty',
	'Zero hunger',
	'Good health and well-being',
	'Quality education',
	'Gender equality',
	'Clean water and sanitation',
	'Affordable and clean energy',
	'Decent work and economic growth',
	'Industry, innovation and infrastructure',
	'Reduced inequalities',
	'Sustainable cities and communities',
	'Responsible consumption and production',
	'Climate action',
	'Life below water',
	'Life on land',
	'Peace, justice and strong institutions',
	'Partnerships for the goals'
] as const;

export const GOAL_NUMBERS = GOALS.map((_, index) => index + 1);

export function goalText(number: number): string {
	return `SDG ${number} ${GOALS[number - 1] ?? ''}`.trim();
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function numberText(value: number | null): string {
	return value === null ? 'no number' : numbers.format(value);
}
