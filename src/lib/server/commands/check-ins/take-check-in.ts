import type { Insertable, Selectable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { CheckIn } from '#db/schema/check-ins.ts';
import type { CheckInEvent, CheckInState } from '#lib/domain/check-ins/check-ins.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import type { TakenPeriod } from './take-period.ts';

export type CheckInRow = Selectable<CheckIn>;

/** The check-in of an organisation, begun if nobody had. */
export async function takeCheckIn(
	db: Db,
	actor: Actor,
	period: Pick<TakenPeriod, 'id'>,
	now: Date
): Promise<{ row: CheckInRow; isNew: boolean }> {
	const { projectId, organisationId } = actor;
	const found = await db
		.selectFrom('checkIn')
		.selectAll()
		.where('periodId', '=', period.id)
		.where('organisationId', '=', organisationId)
		.executeTakeFirst();
	if (found) return { row: found, isNew: false };
	const at = now.toISOString();
	const row = {
		id: newId(),
		projectId,
		periodId: period.id,
		organisationId,
		state: 'draft',
		answer: null,
		firstSubmittedAt: null,
		submittedAt: null,
		submittedBy: null,
		submitKey: null,
		stateSinceAt: at,
		origin: 'entered',
		createdAt: at,
		version: 1
	} as const;
	await db.insertInto('checkIn').values(row).execute();
	return { row, isNew: true };
}

/** A check-in by its id, as it was read; a `Conflict` if it has moved since. */
export async function takeSeenCheckIn(
	db: Db,
	projectId: string,
	periodId: string,
	seen: { id: string; version: number }
): Promise<CheckInRow> {
	const row = await db
		.selectFrom('checkIn')
		.selectAll()
		.where('id', '=', seen.id)
		.where('projectId', '=', projectId)
		.where('periodId', '=', periodId)
		.executeTakeFirst();
	if (!row) throw new NotFound();
	if (row.version !== seen.version) throw new Conflict({ state: row.state });
	return row;
}

/** Enters a state, with a line of its history that names who did it, and for whom. */
export async function enterCheckInState(
	db: Db,
	actor: Actor,
	row: Pick<CheckInRow, 'id' | 'version'>,
	step: { event: CheckInEvent; state: CheckInState; reason: string; set?: Partial<Insertable<CheckIn>> },
	now: Date
): Promise<void> {
	const { event, state, reason } = step;
	const { numUpdatedRows } = await db
		.updateTable('checkIn')
		.set({ ...step.set, state, stateSinceAt: now.toISOString(), version: row.version + 1 })
		.where('id', '=', row.id)
		.where('version', '=', row.version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict({ state });
	const { last } = await db
		.selectFrom('checkInStep')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('checkInId', '=', row.id)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('checkInStep')
		.values({
			id: newId(),
			projectId: actor.projectId,
			checkInId: row.id,
			number: Number(last ?? 0) + 1,
			event,
			state,
			reason,
			takenBy: actor.personId,
			organisationId: actor.organisationId,
			takenFor: actor.actingFor?.name ?? '',
			enteredAt: now.toISOString()
		})
		.execute();
}

/** A check-in as the audit trail names it. */
export function auditedCheckIn(
	row: Pick<CheckInRow, 'id'>,
	period: Pick<TakenPeriod, 'startsOn'>,
	acronym: string
) {
	return { type: 'check-in', id: row.id, label: `Check-in ${acronym} ${period.startsOn}` };
}
