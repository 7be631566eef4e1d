import type { HeadRole, PersonKind } from '#lib/domain/outreach/heads.ts';
import type { LinkResult } from '#lib/domain/outreach/link-checks.ts';
import type { MobilityGap, MobilityKind, MobilityMode } from '#lib/domain/outreach/mobility.ts';
import type { OutreachKind } from '#lib/domain/outreach/outreach.ts';
import type { OutreachState } from '#lib/domain/outreach/states.ts';
import type { OutreachGap } from '#lib/domain/outreach/rules.ts';
import type { Value } from '#lib/domain/values.ts';

export const OUTREACH_KIND_TEXT: Readonly<Record<OutreachKind, string>> = {
	event: 'Event',
	'information-day': 'Information day',
	publication: 'Publication',
	web: 'Web',
	media: 'Media'
};

export const OUTREACH_KINDS_TEXT: Readonly<Record<OutreachKind, string>> = {
	event: 'Events',
	'information-day': 'Information days',
	publication: 'Publications',
	web: 'Pages on the web',
	media: 'In the media'
};

export const OUTREACH_STATE_TEXT = {
	planned: { label: 'Planned', tone: 'neutral', shape: 'circle' },
	done: { label: 'Took place', tone: 'good', shape: 'disc' },
	cancelled: { label: 'Cancelled', tone: 'bad', shape: 'cross' }
} as const satisfies Record<OutreachState, object>;

/** A paper or a page did not take place: it is out. */
export function outreachStateText(kind: OutreachKind, state: OutreachState) {
	const isOut = state === 'done' && (kind === 'publication' || kind === 'web' || kind === 'media');
	return isOut ? { ...OUTREACH_STATE_TEXT.done, label: 'Published' } : OUTREACH_STATE_TEXT[state];
}

export const MOBILITY_KIND_TEXT: Readonly<Record<MobilityKind, string>> = {
	visit: 'Visit',
	'staff-exchange': 'Staff exchange',
	workshop: 'Workshop',
	training: 'Training'
};

export const MOBILITY_KINDS_TEXT: Readonly<Record<MobilityKind, string>> = {
	visit: 'Visits',
	'staff-exchange': 'Staff exchanges',
	workshop: 'Workshops',
	training: 'Trainings'
};

export const MOBILITY_MODE_TEXT: Readonly<Record<MobilityMode, string>> = {
	'on-site': 'On site',
	online: 'Online',
	hybrid: 'On site and online'
};

export const PERSON_KIND_TEXT: Readonly<Record<PersonKind, string>> = {
	students: 'Students',
	teachers: 'Teachers',
	researchers: 'Researchers',
	staff: 'Administrative and technical staff',
	authorities: 'Ministries and authorities',
	employers: 'Employers and business',
	schools: 'Schools',
	'civil-society': 'Civil society',
	public: 'General public',
	other: 'Others'
};

export const HEAD_ROLE_TEXT: Readonly<Record<HeadRole, string>> = {
	audience: 'Audience',
	participant: 'Participants',
	trainer: 'Trainers'
};

export const OUTREACH_GAP_TEXT: Readonly<Record<OutreachGap, string>> = {
	day: 'the day',
	visibility: 'the check of emblem and disclaimer',
	audience: 'how many it reached',
	evidence: 'evidence',
	address: 'an address',
	'link-gone': 'an address that answers',
	doi: 'the DOI',
	licence: 'the licence'
};

export const MOBILITY_GAP_TEXT: Readonly<Record<MobilityGap, string>> = {
	participants: 'who took part',
	trainers: 'who gave it',
	evidence: 'evidence',
	topics: 'the topics',
	results: 'what came of it'
};

export const LINK_RESULT_TEXT = {
	answered: { label: 'Answered', tone: 'good' },
	changed: { label: 'Changed since the check before', tone: 'info' },
	gone: { label: 'Gone', tone: 'bad' },
	'no-answer': { label: 'No answer', tone: 'warn' },
	refused: { label: 'Not asked', tone: 'neutral' }
} as const satisfies Record<LinkResult, object>;

export const VISIBILITY_TEXT = {
	confirmed: { label: 'Emblem and disclaimer confirmed', tone: 'good' },
	incomplete: { label: 'Emblem or disclaimer missing', tone: 'bad' },
	'not-applicable': { label: 'Emblem and disclaimer not owed', tone: 'neutral' },
	missing: { label: 'Emblem and disclaimer not checked', tone: 'warn' }
} as const;

/** What is asked before somebody confirms it. */
export const VISIBILITY_QUESTION =
	'The emblem of the European Union stands on it with “Co-funded by the European Union”, and so does the disclaimer that the views are those of the authors only.';

export const VALUE_STATE_OPTIONS: readonly { value: Value['kind']; label: string }[] = [
	{ value: 'value', label: 'Counted' },
	{ value: 'nil', label: 'Nobody came' },
	{ value: 'not-applicable', label: 'Does not apply' },
	{ value: 'missing', label: 'Not known yet' }
];

/** A number of heads, or in words why there is none. */
export function headsText(value: Value): string {
	if (value.kind === 'value') return String(value.value);
	if (value.kind === 'nil') return 'nobody';
	return value.kind === 'missing' ? 'not known yet' : `does not apply: ${value.reason}`;
}

export const LICENCES = [
	'CC BY 4.0',
	'CC BY-SA 4.0',
	'CC BY-NC 4.0',
	'CC0 1.0',
	'All rights reserved'
] as const;
