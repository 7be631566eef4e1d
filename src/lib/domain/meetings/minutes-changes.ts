import { canonicalJson } from '#lib/domain/catalogue/canonical.ts';
import type { AttendanceLine, MinutesContent, OutcomeContent, PointContent } from './minutes-content.ts';

export type PointPart = 'title' | 'presenter' | 'place' | 'text' | 'outcomes';

export type MinutesChange =
	| { kind: 'added' | 'removed'; about: 'point'; title: string }
	| { kind: 'changed'; about: 'point'; title: string; parts: readonly PartChange[] }
	| { kind: 'added' | 'removed' | 'changed'; about: 'attendance'; title: string }
	| { kind: 'changed'; about: 'head' | 'order' | 'quorum' };

export interface PartChange {
	part: PointPart;
	before: string;
	after: string;
	added: readonly OutcomeContent[];
	removed: readonly OutcomeContent[];
}

/** What one circulation says otherwise than the one before it, in the order of the new one. */
export function minutesChanges(before: MinutesContent, after: MinutesContent): MinutesChange[] {
	return [
		...differ('head', before.meeting, after.meeting),
		...differ('quorum', before.quorum, after.quorum),
		...attendanceChanges(before.attendance, after.attendance),
		...pointChanges(before.points, after.points)
	];
}

function pointChanges(before: readonly PointContent[], after: readonly PointContent[]): MinutesChange[] {
	const old = new Map(before.map((point) => [point.id, point]));
	const kept = new Set(after.map(({ id }) => id));
	const stayed = after.filter(({ id }) => old.has(id)).map(({ id }) => id);
	const wasOrder = before.filter(({ id }) => kept.has(id)).map(({ id }) => id);
	return [
		...differ('order', wasOrder, stayed),
		...after.flatMap((point): MinutesChange[] => {
			const was = old.get(point.id);
			if (!was) return [{ kind: 'added', about: 'point', title: point.title }];
			const parts = partChanges(was, point);
			return parts.length === 0 ? [] : [{ kind: 'changed', about: 'point', title: point.title, parts }];
		}),
		...before
			.filter(({ id }) => !kept.has(id))
			.map(({ title }) => ({ kind: 'removed', about: 'point', title }) as const)
	];
}

function partChanges(before: PointContent, after: PointContent): PartChange[] {
	const texts = [
		{ part: 'title', before: before.title, after: after.title },
		{ part: 'presenter', before: before.presenter, after: after.presenter },
		{ part: 'place', before: placeOf(before), after: placeOf(after) },
		{ part: 'text', before: before.text, after: after.text }
	] as const;
	const added = without(after.outcomes, before.outcomes);
	const removed = without(before.outcomes, after.outcomes);
	return [
		...texts.filter((one) => one.before !== one.after).map((one) => ({ ...one, added: [], removed: [] })),
		...(added.length + removed.length > 0
			? [{ part: 'outcomes' as const, before: '', after: '', added, removed }]
			: [])
	];
}

function placeOf({ day, section, track, startsAt }: PointContent): string {
	return canonicalJson([day, section, track, startsAt]);
}

function attendanceChanges(
	before: readonly AttendanceLine[],
	after: readonly AttendanceLine[]
): MinutesChange[] {
	const old = new Map(before.map((line) => [nameOf(line), canonicalJson(line)]));
	const now = new Set(after.map(nameOf));
	return [
		...after.flatMap((line): MinutesChange[] => {
			const was = old.get(nameOf(line));
			if (was === canonicalJson(line)) return [];
			return [{ kind: was === undefined ? 'added' : 'changed', about: 'attendance', title: nameOf(line) }];
		}),
		...before
			.filter((line) => !now.has(nameOf(line)))
			.map((line) => ({ kind: 'removed', about: 'attendance', title: nameOf(line) }) as const)
	];
}

function nameOf({ organisation, person }: AttendanceLine): string {
	return person === '' ? organisation : `${person}${organisation === '' ? '' : ` (${organisation})`}`;
}

function without(some: readonly OutcomeContent[], others: readonly OutcomeContent[]): OutcomeContent[] {
	const known = new Set(others.map((one) => canonicalJson(one)));
	return some.filter((one) => !known.has(canonicalJson(one)));
}

function differ(about: 'head' | 'order' | 'quorum', before: unknown, after: unknown): MinutesChange[] {
	return canonicalJson(before) === canonicalJson(after) ? [] : [{ kind: 'changed', about }];
}
