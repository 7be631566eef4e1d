import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/domain/days.ts';
import type { WaitingRecord } from '#lib/domain/waiting/records.ts';
import type { Frame } from './find-frame.ts';

const TEXTS = [
	'id',
	'code',
	'title',
	'organisationId',
	'organisation',
	'country',
	'state',
	'standing',
	'source',
	'personId',
	'otherId',
	'holders',
	'role',
	'fromOn',
	'toOn',
	'at',
	'origin',
	'approvedAt',
	'signedBy',
	'timeZone',
	'ownZone'
] as const;
const NUMBERS = ['count', 'objections', 'startsAt', 'endsAt', 'nearer'] as const;

type Given = Partial<Record<(typeof TEXTS)[number] | (typeof NUMBERS)[number], RawBuilder<unknown>>>;
export type WaitingRow = Omit<WaitingRecord, (typeof NUMBERS)[number] | 'isSteered'> &
	Record<(typeof NUMBERS)[number], number | string | null>;

export interface WaitingContext {
	today: Day;
	algorithm: Frame['algorithm'];
	/** Approvals that have lapsed are shown to this actor. */
	seesLapsed: boolean;
}

/** One kind of record, with what it does not have left empty. */
export function part(
	kind: WaitingRecord['kind'],
	given: Given,
	from: RawBuilder<unknown>
): RawBuilder<WaitingRow> {
	const texts = TEXTS.map((name) => sql`cast(${given[name] ?? sql`null`} as text) as ${sql.ref(name)}`);
	const numbers = NUMBERS.map(
		(name) => sql`cast(${given[name] ?? sql`null`} as integer) as ${sql.ref(name)}`
	);
	return sql<WaitingRow>`select ${sql.lit(kind)} as kind, ${sql.join([...texts, ...numbers])} ${from}`;
}

/** How many may decide for the country of `organisation` alone, apart from whom the condition leaves out. */
export function nearer(projectId: string, today: Day, but: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`(select count(*) from role_grant as near
		join membership as nearby on nearby.person_id = near.person_id and nearby.project_id = near.project_id
			and nearby.to_on is null
		where near.project_id = ${projectId} and near.role = 'national-coordinator'
			and near.scope_id = organisation.country and ${inForce(sql`near`, today)} and ${but})`;
}

/** A confirmed grant, or an office, of today. */
export function inForce(row: RawBuilder<unknown>, today: Day): RawBuilder<unknown> {
	return sql`${row}.confirmed_at is not null and ${row}.revoked_at is null and ${row}.from_on <= ${today}
		and (${row}.to_on is null or ${row}.to_on >= ${today})`;
}
