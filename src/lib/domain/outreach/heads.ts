export type CountedRecord = 'outreach' | 'mobility';

/** Of an event those it reached; of a training those who gave it and those who took part. */
export const HEAD_ROLES = ['audience', 'participant', 'trainer'] as const;
export type HeadRole = (typeof HEAD_ROLES)[number];

export const PERSON_KINDS = [
	'students',
	'teachers',
	'researchers',
	'staff',
	'authorities',
	'employers',
	'schools',
	'civil-society',
	'public',
	'other'
] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export type ValueState = 'value' | 'nil' | 'not-applicable' | 'missing';
