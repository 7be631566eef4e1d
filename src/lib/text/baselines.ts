import type { ComparedField, EntryChange, FieldChange } from '#lib/domain/baselines.ts';
import { dayText, monthText, shiftText } from './dates.ts';

const CHANGE_TEXT = {
	added: { label: 'New', tone: 'good', shape: 'check' },
	removed: { label: 'Removed', tone: 'bad', shape: 'cross' },
	left: { label: 'Left the plan', tone: 'bad', shape: 'broken' },
	changed: { label: 'Changed', tone: 'info', shape: 'square' }
} as const satisfies Record<EntryChange['change'], { label: string; tone: string; shape: string }>;

export const COMPARED_FIELD_TEXT = {
	title: 'Title',
	leadOrganisationId: 'Lead',
	workPackageNumber: 'Work package',
	startMonth: 'First month',
	endMonth: 'Last month',
	dueMonth: 'Due month',
	dueOn: 'Due day',
	agreedOn: 'Agreed day'
} as const satisfies Record<ComparedField, string>;

/** What became of a record: how it left the plan, where it did. */
export function changeBadge({ change, standing }: Pick<EntryChange, 'change' | 'standing'>) {
	const badge = CHANGE_TEXT[change];
	const left = standing.slice(0, 1).toUpperCase() + standing.slice(1);
	return change === 'left' ? { ...badge, label: left } : badge;
}

/** A value of a field as people read it. */
export function comparedValue(field: ComparedField, value: string | number | null): string {
	if (value === null) return 'none';
	if (field === 'dueOn' || field === 'agreedOn') return dayText(String(value));
	if (field === 'workPackageNumber') return `WP${value}`;
	return field === 'title' || field === 'leadOrganisationId' ? String(value) : monthText(Number(value));
}

/** Due day: 30 Jun 2026 → 31 Jul 2026, 31 days later. */
export function fieldChangeText(change: FieldChange): string {
	const { field, from, to } = change;
	const said = `${COMPARED_FIELD_TEXT[field]}: ${comparedValue(field, from)} → ${comparedValue(field, to)}`;
	return change.days === null ? said : `${said}, ${comparedShift(change)}`;
}

/** 31 days later; nothing where no day moved. */
export function comparedShift(change: FieldChange): string {
	return change.days === null ? '' : shiftText(change.days);
}

/** Baseline 1, or now. */
export function momentText(moment: number | 'now'): string {
	return moment === 'now' ? 'now' : `baseline ${moment}`;
}
