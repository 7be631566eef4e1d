import { total, type Total } from '#lib/domain/values.ts';
import type { CountedLine, HeadLine } from './heads.ts';
import { isVisible } from './outreach.ts';

interface Counted {
	state: string;
	heads: readonly CountedLine[];
}

export interface HeadTotal extends Total {
	women: number;
	/** Records whose lists count under another record. */
	elsewhere: number;
}

export type Fits = (line: HeadLine) => boolean;

const took = <T extends Counted>(records: readonly T[]) => records.filter(({ state }) => state === 'done');

/**
 * Heads of the records that took place, each attendance list once. A record that says nothing of how many came, or leaves
 * one of its lines open, is missing: what is known of it is added, and the sum says "at least".
 */
export function headsOf(records: readonly Counted[], fits: Fits): HeadTotal {
	const said = took(records).map(({ heads }) => heads.filter(fits));
	const isElsewhere = (lines: readonly CountedLine[]) =>
		lines.length > 0 && lines.every(({ countedAt }) => countedAt !== null);
	const asked = said
		.filter((lines) => !isElsewhere(lines))
		.map((lines) => lines.filter(({ countedAt }) => countedAt === null));
	const kinds = asked.map(standingOf);
	const count = (kind: string) => kinds.filter((one) => one === kind).length;
	const known = asked.flat();
	const sum = known.reduce((sum, { value }) => sum + (value.kind === 'value' ? value.value : 0), 0);
	const isSaid = known.some(({ value }) => value.kind === 'value' || value.kind === 'nil');
	return {
		asked: asked.length,
		counted: count('value'),
		nil: count('nil'),
		notApplicable: count('not-applicable'),
		missing: count('missing'),
		sum: isSaid ? sum : null,
		isWhole: count('missing') === 0,
		women: known.reduce((sum, { women }) => sum + (women ?? 0), 0),
		elsewhere: said.filter(isElsewhere).length
	};
}

function standingOf(lines: readonly CountedLine[]): 'value' | 'nil' | 'not-applicable' | 'missing' {
	const has = (kind: string) => lines.some(({ value }) => value.kind === kind);
	if (lines.length === 0 || has('missing')) return 'missing';
	if (has('value')) return 'value';
	return has('nil') ? 'nil' : 'not-applicable';
}

export interface Cell {
	key: string;
	records: number;
	heads: HeadTotal;
}

/** Records that took place and their heads by something: the year, the country, the kind. */
export function countBy<T extends Counted>(
	records: readonly T[],
	keyOf: (record: T) => string,
	fits: Fits
): Cell[] {
	return [...Map.groupBy(took(records), keyOf)]
		.map(([key, own]) => ({ key, records: own.length, heads: headsOf(own, fits) }))
		.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The same for lines: heads by what each line tells of them, such as their kind or their organisation. */
export function linesBy<L extends CountedLine>(
	records: readonly { state: string; heads: readonly L[] }[],
	keyOf: (line: L) => string,
	fits: Fits
): { key: string; heads: Total; records: number }[] {
	const lines = records
		.filter(({ state }) => state === 'done')
		.flatMap(({ heads }) => heads.filter((line) => fits(line) && line.countedAt === null));
	return [...Map.groupBy(lines, keyOf)]
		.map(([key, own]) => ({
			key,
			heads: total(own.map(({ value }) => value)),
			records: new Set(own.map(({ recordId }) => recordId)).size
		}))
		.sort((a, b) => (b.heads.sum ?? 0) - (a.heads.sum ?? 0) || (a.key < b.key ? -1 : 1));
}

/** What the dissemination log adds up to, of what took place. */
export function logCounts(
	lines: readonly (Counted & { kind: string; level: string; visibility: string | null })[]
) {
	const done = took(lines);
	const held = done.filter(({ kind }) => kind === 'event' || kind === 'information-day');
	const open = done.filter(({ level }) => level === 'PU');
	return {
		held: held.length,
		publications: done.filter(({ kind }) => kind === 'publication').length,
		appearances: done.filter(({ kind }) => kind === 'web' || kind === 'media').length,
		reach: headsOf(held, ({ role }) => role === 'audience'),
		open: open.length,
		confirmed: open.filter(({ visibility }) => isVisible(visibility)).length
	};
}

/** Visits and trainings that took place, by kind, and who gave them and took part. */
export function mobilityCounts(records: readonly (Counted & { kind: string })[]) {
	return {
		participants: headsOf(records, isParticipant),
		trainers: headsOf(
			records.filter(({ kind }) => kind === 'training' || kind === 'workshop'),
			({ role }) => role === 'trainer'
		),
		kinds: countBy(records, ({ kind }) => kind, isParticipant)
	};
}

export function isParticipant({ role }: Pick<HeadLine, 'role'>): boolean {
	return role === 'participant';
}
