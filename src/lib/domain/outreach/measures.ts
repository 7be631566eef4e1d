import { MISSING, valueOf, type Value } from '#lib/domain/values.ts';
import type { CountedLine } from './heads.ts';
import type { MobilityKind } from './mobility.ts';
import type { OutreachKind } from './outreach.ts';

/** What the log, and mobility and training, count for indicators. */
export const OUTREACH_MEASURES = [
	'events',
	'information-days',
	'publications',
	'web-and-media',
	'people-reached',
	'visits',
	'staff-exchanges',
	'workshops',
	'trainings',
	'people-exchanged',
	'people-trained',
	'teachers-trained',
	'students-trained',
	'trainers'
] as const;
export type OutreachMeasure = (typeof OUTREACH_MEASURES)[number];

/** What one record adds to a measure; `missing` where it took place and nobody has said how many came. */
export interface Contribution {
	code: string;
	title: string;
	/** Of the record, within the project: `/dissemination/DC-12`. */
	path: string;
	day: string | null;
	country: string | null;
	organisationId: string | null;
	value: Value;
}

interface Told {
	code: string;
	title: string;
	state: string;
	startsOn: string | null;
	country: string | null;
	organisationId: string | null;
	heads: readonly CountedLine[];
}
type Line = Told & { kind: OutreachKind };
type Activity = Told & { kind: MobilityKind };

/** Every measure with the records behind it; planned and cancelled ones add nothing, heads of one list count once. */
export function measuresOf(
	lines: readonly Line[],
	activities: readonly Activity[]
): Record<OutreachMeasure, Contribution[]> {
	const log = (...kinds: readonly OutreachKind[]) =>
		lines
			.filter(({ kind, state }) => state === 'done' && kinds.includes(kind))
			.map((one) => ({ ...one, path: `/dissemination/${one.code}` }));
	const moved = (...kinds: readonly MobilityKind[]) =>
		activities
			.filter(({ kind, state }) => state === 'done' && kinds.includes(kind))
			.map((one) => ({ ...one, path: `/dissemination/mobility/${one.code}` }));
	const taught = moved('workshop', 'training');
	return {
		events: log('event').map(one),
		'information-days': log('information-day').map(one),
		publications: log('publication').map(one),
		'web-and-media': log('web', 'media').map(one),
		'people-reached': log('event', 'information-day').flatMap(heads(({ role }) => role === 'audience')),
		visits: moved('visit').map(one),
		'staff-exchanges': moved('staff-exchange').map(one),
		workshops: moved('workshop').map(one),
		trainings: moved('training').map(one),
		'people-exchanged': moved('visit', 'staff-exchange').flatMap(heads(isParticipant)),
		'people-trained': taught.flatMap(heads(isParticipant)),
		'teachers-trained': taught.flatMap(some((line) => isParticipant(line) && line.kind === 'teachers')),
		'students-trained': taught.flatMap(some((line) => isParticipant(line) && line.kind === 'students')),
		trainers: taught.flatMap(heads(({ role }) => role === 'trainer'))
	};
}

type Found = Told & { path: string };
type Fits = (line: CountedLine) => boolean;

const isParticipant: Fits = ({ role }) => role === 'participant';

function from({ code, title, path, startsOn, country, organisationId }: Found, value: Value): Contribution {
	return { code, title, path, day: startsOn, country, organisationId, value };
}

const one = (record: Found) => from(record, valueOf(1));

/** Each line that counts here; nothing said at all is missing. */
function heads(fits: Fits) {
	return (record: Found): Contribution[] => {
		const said = record.heads.filter(fits);
		if (said.length === 0) return [from(record, MISSING)];
		return said.filter(({ countedAt }) => countedAt === null).map(({ value }) => from(record, value));
	};
}

/** A kind of people: where others are counted and these are not, none of them came. */
function some(fits: Fits) {
	return (record: Found): Contribution[] =>
		record.heads.some(isParticipant) && !record.heads.some(fits) ? [] : heads(fits)(record);
}
