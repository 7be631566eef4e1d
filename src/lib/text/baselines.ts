import type { ComparedField, EntryChange, FieldChange } from '#lib/domain/baselines.ts';
import { dayText, monthText, shiftText } from './dates.ts';

export const CHANGE_TEXT = {
	added: { label: 'Added', tone: 'good', shape: 'check' },
	removed: { label: 'Removed', tone: 'bad', shape: 'cross' },
	left: { label: 'Left the plan', tone: 'bad', shape: 'broken' },
	changed: { label: 'Changed', tone: 'info', shape: 'square' }
} as const satisfies Record<EntryChange['change'], { label: string; tone: string; shape: string }>;

export const COMPARED_FIELD_TEXT = {
	title: 'Title',
	leadOrganisationId: 'Lead',
	startMonth: 'First month',
	endMonth: 'Last month',
	dueMonth: 'Due month',
	dueOn: 'Due day'
} as const satisfies Record<ComparedField, string>;

/** How a record left the plan. */
export function standingText(standing: string): string {
	return standing.slice(0, 1).toUpperCase() + standing.slice(1);
}

/** A value of a field as people read it. */
export function comparedValue(field: ComparedField, value: string | number | null): string {
	if (value === null) return 'none';
	if (field === 'dueOn') return dayText(String(value));
	return field === 'title' || field === 'leadOrganisationId' ? String(value) : monthText(Number(value));
}

/** 31 days later; nothing where no day moved. */
export function comparedShift(change: FieldChange): string {
	return change.days === null ? '' : shiftText(change.days);
}

/** Baseline 1, or now. */
export function momentText(moment: number | 'now'): string {
	return moment === 'now' ? 'now' : `baseline ${moment}`;
}
