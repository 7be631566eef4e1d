import type { Day } from '#lib/domain/days.ts';
import { MISSING, total, valueOf, type Total, type Value } from '#lib/domain/values.ts';
import type { CountedLine, CountedRecord, HeadLine, HeadRole, PersonKind } from './heads.ts';
import type { MobilityKind } from './mobility.ts';
import type { OutreachKind } from './outreach.ts';

interface Rule<Log extends CountedRecord, Kind> {
	log: Log;
	kinds: readonly Kind[];
	/** Whose heads; without it the records themselves are counted. */
	heads?: { role: HeadRole; kind?: PersonKind };
}
type MeasureRule = Rule<'outreach', OutreachKind> | Rule<'mobility', MobilityKind>;

/** What the log, and mobility and training, count for indicators. */
export const MEASURES = {
	events: { log: 'outreach', kinds: ['event'] },
	'information-days': { log: 'outreach', kinds: ['information-day'] },
	publications: { log: 'outreach', kinds: ['publication'] },
	'web-and-media': { log: 'outreach', kinds: ['web', 'media'] },
	'people-reached': { log: 'outreach', kinds: ['event', 'information-day'], heads: { role: 'audience' } },
	visits: { log: 'mobility', kinds: ['visit'] },
	'staff-exchanges': { log: 'mobility', kinds: ['staff-exchange'] },
	workshops: { log: 'mobility', kinds: ['workshop'] },
	trainings: { log: 'mobility', kinds: ['training'] },
	'people-exchanged': { log: 'mobility', kinds: ['visit', 'staff-exchange'], heads: { role: 'participant' } },
	'people-trained': { log: 'mobility', kinds: ['workshop', 'training'], heads: { role: 'participant' } },
	'teachers-trained': {
		log: 'mobility',
		kinds: ['workshop', 'training'],
		heads: { role: 'participant', kind: 'teachers' }
	},
	'students-trained': {
		log: 'mobility',
		kinds: ['workshop', 'training'],
		heads: { role: 'participant', kind: 'students' }
	},
	trainers: { log: 'mobility', kinds: ['workshop', 'training'], heads: { role: 'trainer' } }
} as const satisfies Record<string, MeasureRule>;
export type OutreachMeasure = keyof typeof MEASURES;

const isMeasure = (name: string): name is OutreachMeasure => Object.hasOwn(MEASURES, name);
export const OUTREACH_MEASURES = Object.keys(MEASURES).filter(isMeasure);

/** A record of a log as it is counted. */
export interface Counted {
	code: string;
	kind: string;
	state: string;
	startsOn: Day | null;
	/** Who answers for it. */
	organisationId: string | null;
	heads: readonly CountedLine<HeadLine & { organisationId: string | null }>[];
}

/** What one record adds to a measure; `missing` where it took place and nobody has said how many came. */
export interface Contribution {
	code: string;
	day: Day | null;
	/** Whose number it is. */
	organisationId: string | null;
	/** Who answers for the record. */
	ownerId: string | null;
	value: Value;
}

/**
 * What records of the measure's log add to it; planned and cancelled ones add nothing, heads of one list count once. People
 * who took part in or gave a training count for the organisation they come from, where it is told; all else counts for
 * who answers for the record.
 */
export function contributionsTo(measure: OutreachMeasure, records: readonly Counted[]): Contribution[] {
	const rule: MeasureRule = MEASURES[measure];
	const kinds: readonly string[] = rule.kinds;
	return records
		.filter(({ kind, state }) => state === 'done' && kinds.includes(kind))
		.flatMap((record) => (rule.heads ? headsOf(record, rule.heads) : [from(record, valueOf(1))]));
}

function from({ code, startsOn, organisationId }: Counted, value: Value, of = organisationId): Contribution {
	return { code, day: startsOn, organisationId: of, ownerId: organisationId, value };
}

/** Nothing said at all is missing; where others are counted and these are not, none of them came. */
function headsOf(record: Counted, { role, kind }: NonNullable<MeasureRule['heads']>): Contribution[] {
	const asked = record.heads.filter((line) => line.role === role);
	if (asked.length === 0) return [from(record, MISSING)];
	return asked
		.filter((line) => kind === undefined || line.kind === kind)
		.filter(({ countedAt }) => countedAt === null)
		.map(({ value, organisationId }) =>
			from(record, value, role === 'audience' ? record.organisationId : (organisationId ?? undefined))
		);
}

/** What a log says for one organisation up to a day, counted from the start. */
export interface Logged extends Total {
	/** Records behind the sum, and those of which nobody has said how many came. */
	records: string[];
	uncounted: string[];
	/** Who answers for the records behind the sum. */
	ownerIds: string[];
}

/** What has no known day is in no number. */
export function loggedFor(
	contributions: readonly Contribution[],
	organisationId: string | null,
	day: Day
): Logged {
	const own = contributions.filter(
		(one) => one.organisationId === organisationId && one.day !== null && one.day <= day
	);
	const codes = (of: readonly Contribution[]) => [...new Set(of.map(({ code }) => code))];
	const isMissing = ({ value }: Contribution) => value.kind === 'missing';
	const said = own.filter((one) => !isMissing(one));
	return {
		...total(own.map(({ value }) => value)),
		records: codes(said),
		uncounted: codes(own.filter(isMissing)),
		ownerIds: [...new Set(said.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))]
	};
}
