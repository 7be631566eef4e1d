import { MISSING, NIL, notApplicable, valueOf, type Value } from '#lib/domain/values.ts';

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

/** What somebody said of how many came. */
export interface HeadLine {
	recordId: string;
	/** DC-12: what the record is called. */
	code: string;
	day: string | null;
	role: HeadRole;
	kind: PersonKind;
	value: Value;
	women: number | null;
	/** The attendance list they were counted from: its hash, so that the same list is known again when it comes twice. */
	list: string | null;
}

export type CountedLine<T extends HeadLine = HeadLine> = T & {
	/** The record under which the heads of this list count; null: here. */
	countedAt: string | null;
};

/**
 * Heads of one attendance list count once, however many records it proves: under the record that took place first, whole.
 * Lines without a list stand for themselves.
 */
export function countOnce<T extends HeadLine>(lines: readonly T[]): CountedLine<T>[] {
	const first = new Map<string, T>();
	for (const line of lines) {
		const known = line.list === null ? undefined : first.get(line.list);
		if (line.list !== null && (known === undefined || isBefore(line, known))) first.set(line.list, line);
	}
	return lines.map((line) => {
		const counting = line.list === null ? undefined : first.get(line.list);
		const isElsewhere = counting !== undefined && counting.recordId !== line.recordId;
		return { ...line, countedAt: isElsewhere ? counting.code : null };
	});
}

function isBefore(one: HeadLine, other: HeadLine): boolean {
	const key = ({ day, code, recordId }: HeadLine) => `${day ?? '9999-12-31'} ${code} ${recordId}`;
	return key(one) < key(other);
}

/** A stored line as the value it stands for. */
export function headValue(row: { valueState: Value['kind']; heads: number | null; reason: string }): Value {
	if (row.valueState === 'nil') return NIL;
	if (row.valueState === 'not-applicable') return notApplicable(row.reason);
	return row.heads === null ? MISSING : valueOf(row.heads);
}
