import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { measureMail, watchMail } from '#lib/text/mail/risks.ts';

interface Told {
	risk: { id: string; number: number; description: string };
	personId: string;
}

/** A measure against a risk is somebody's to take. */
export function tellOfMeasure(
	db: Db,
	actor: Actor,
	told: Told & { text: string; dueOn: Day },
	now: Date
): Promise<void> {
	return tell(db, actor, told, measureMail(riskCode(told.risk), told.text, told.dueOn), now);
}

/** A risk is somebody's to watch. */
export function tellOfWatch(db: Db, actor: Actor, told: Told, now: Date): Promise<void> {
	return tell(db, actor, told, watchMail(riskCode(told.risk), told.risk.description), now);
}

async function tell(
	db: Db,
	actor: Actor,
	{ risk, personId }: Told,
	mail: { subject: string; body: string },
	now: Date
): Promise<void> {
	await queueMail(
		db,
		{
			projectId: actor.projectId,
			kind: 'ball',
			to: [personId],
			from: actor.personId,
			...mail,
			because: 'owner',
			about: { type: 'risk', id: risk.id, label: riskCode(risk) },
			path: `risks/${risk.number}`
		},
		now
	);
}
