import type { TargetVerdict } from '#lib/domain/catalogue/projection.ts';
import type { TargetMeasure } from '#lib/domain/catalogue/targets.ts';
import { daysText } from '#lib/text/dates.ts';

export const TARGET_VERDICT_TEXT = {
	reached: { label: 'Reached', tone: 'good', shape: 'check' },
	'on-track': { label: 'On track', tone: 'info', shape: 'square' },
	'at-risk': { label: 'At risk', tone: 'warn', shape: 'triangle' },
	'will-miss': { label: 'Will miss', tone: 'bad', shape: 'cross' },
	missed: { label: 'Missed', tone: 'late', shape: 'diamond' },
	unknown: { label: 'Insufficient history', tone: 'neutral', shape: 'broken' }
} as const satisfies Record<TargetVerdict, { label: string; tone: string; shape: string }>;

export const TARGET_MEASURE_TEXT = {
	entries: { label: 'Entries', one: 'entry', many: 'entries' },
	ects: { label: 'ECTS credits', one: 'credit', many: 'credits' }
} as const satisfies Record<TargetMeasure, { label: string; one: string; many: string }>;

/** 31; 12.5. */
export function amountText(amount: number): string {
	return String(Math.round(amount * 10) / 10);
}

/** 31 entries; 1 credit. */
export function countText(amount: number, measure: TargetMeasure): string {
	const { one, many } = TARGET_MEASURE_TEXT[measure];
	return `${amountText(amount)} ${amount === 1 ? one : many}`;
}

/** 1.5 a week; 0.12 a week, where a decimal would hide it. */
export function perWeekText(rate: number): string {
	const places = Math.abs(rate) < 1 ? 100 : 10;
	return `${Math.round(rate * places) / places} a week`;
}

/** 28 weeks left; 5 days left; due today; 12 days past. */
export function timeLeftText(daysLeft: number): string {
	if (daysLeft < 0) return `${daysText(-daysLeft)} past`;
	if (daysLeft === 0) return 'due today';
	return daysLeft < 21 ? `${daysText(daysLeft)} left` : `${Math.floor(daysLeft / 7)} weeks left`;
}
