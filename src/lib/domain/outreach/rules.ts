import type { Day } from '#lib/domain/days.ts';
import { linkBlocks, type FileReason } from '#lib/domain/files.ts';
import { isVisible, type OutreachKind, type Visibility } from './outreach.ts';
import type { OutreachState } from './states.ts';
import type { LinkResult } from './link-checks.ts';
import type { OutreachReason } from './reasons.ts';

const DOI = /^10\.\d{4,9}\/\S+$/;

/** `10.3390/su18041901`, also out of an address of doi.org; empty stays empty. */
export function doiOf(text: string): string {
	return text.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '');
}

interface Edited {
	state: OutreachState;
	startsOn: Day | null;
	url: string | null;
	doi: string | null;
}

/** What forbids to keep a line of the log, or an activity, as it was written. */
export function outreachBlocks(
	{ state, startsOn, url, doi }: Edited,
	today: Day
): (OutreachReason | FileReason)[] {
	return [
		...dayBlocks({ state, startsOn }, today),
		...(url === null ? [] : linkBlocks(url)),
		...(doi === null || DOI.test(doi) ? [] : [{ code: 'doi-shape', doi } as const])
	];
}

/** What took place has begun; what is planned has a day to be planned for. */
export function dayBlocks(
	{ state, startsOn }: Pick<Edited, 'state' | 'startsOn'>,
	today: Day
): OutreachReason[] {
	if (startsOn === null) return state === 'planned' ? [{ code: 'outreach-day-missing' }] : [];
	return state === 'done' && startsOn > today ? [{ code: 'outreach-not-begun', day: startsOn }] : [];
}

/** How many came is said of what took place. */
export function headBlocks(record: { code: string; state: OutreachState }): OutreachReason[] {
	const { code, state } = record;
	return state === 'done' ? [] : [{ code: 'heads-not-yet', record: code, state }];
}

/** Emblem and disclaimer are owed by what is public. */
export function visibilityBlocks(line: {
	code: string;
	state: OutreachState;
	level: 'PU' | 'SEN';
}): OutreachReason[] {
	return [
		...(line.state === 'cancelled' ? [{ code: 'outreach-cancelled', record: line.code } as const] : []),
		...(line.level === 'SEN' ? [{ code: 'outreach-not-public', record: line.code } as const] : [])
	];
}

export const OUTREACH_GAPS = [
	'day',
	'visibility',
	'audience',
	'evidence',
	'address',
	'link-gone',
	'doi',
	'licence'
] as const;
export type OutreachGap = (typeof OUTREACH_GAPS)[number];

interface Told {
	kind: OutreachKind;
	state: OutreachState;
	level: 'PU' | 'SEN';
	startsOn: string | null;
	url: string | null;
	doi: string | null;
	licence: string | null;
	visibility: Visibility | null;
	/** Something was said of how many it reached, or that this does not apply. */
	isCounted: boolean;
	evidence: number;
	link: LinkResult | null;
}

/** What is missing before a line can stand in a report to the funder. Nothing is owed by what has not taken place. */
export function outreachGaps(line: Told): OutreachGap[] {
	if (line.state !== 'done') return [];
	const isHeld = line.kind === 'event' || line.kind === 'information-day';
	const isPublication = line.kind === 'publication';
	const owed: readonly (readonly [OutreachGap, boolean])[] = [
		['day', line.startsOn === null],
		['visibility', line.level === 'PU' && !isVisible(line.visibility)],
		['audience', isHeld && !line.isCounted],
		['evidence', isHeld && line.evidence === 0],
		['address', !isHeld && line.url === null && line.doi === null],
		['link-gone', line.link === 'gone'],
		['doi', isPublication && line.doi === null],
		['licence', isPublication && line.licence === null]
	];
	return owed.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}
