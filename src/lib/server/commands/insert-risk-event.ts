import type { Db } from '#db/schema.ts';
import type { RiskEventRow } from '#db/schema/risks.ts';
import type { Assessment } from '#lib/domain/risks/scale.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

interface Given extends Pick<RiskEventRow, 'riskId' | 'kind' | 'state' | 'note'> {
	from: Assessment;
	to: Assessment;
	happenedOn?: string;
}

/** Adds to the history of a risk, where nothing is ever changed or removed. */
export async function insertRiskEvent(db: Db, actor: Actor, given: Given, now: Date): Promise<void> {
	const { from, to, happenedOn = null, ...event } = given;
	const { last } = await db
		.selectFrom('riskEvent')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('riskId', '=', event.riskId)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('riskEvent')
		.values({
			id: newId(),
			projectId: actor.projectId,
			...event,
			number: Number(last ?? 0) + 1,
			fromLikelihood: from.likelihood,
			fromSeverity: from.severity,
			likelihood: to.likelihood,
			severity: to.severity,
			happenedOn,
			takenBy: actor.personId,
			organisationId: actor.organisationId,
			enteredAt: now.toISOString()
		})
		.execute();
}
