import type { Db } from '#db/schema.ts';
import { mayReadPaper } from '#lib/domain/meetings/papers.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MeetingFound } from './find-meeting-facts.ts';

/** Papers, pictures and sheets of a meeting that this actor may open; withdrawn ones are gone. */
export async function listPapers(db: Db, actor: Actor, { meeting, subject }: MeetingFound) {
	const rows = await db
		.selectFrom('meetingEvidence as use')
		.innerJoin('evidence', 'evidence.id', 'use.evidenceId')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.select(['use.id', 'use.agendaItemId', 'use.purpose', 'use.usedAt', 'use.organisationId as linkerId'])
		.select(['evidence.id as evidenceId', 'evidence.name', 'evidence.kind', 'evidence.level', 'evidence.url'])
		.select(['evidence.sha256', 'evidence.size', 'evidence.organisationId', 'organisation.acronym as holder'])
		.where('use.meetingId', '=', meeting.id)
		.where('use.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.orderBy('use.usedAt')
		.orderBy('use.id')
		.execute();
	return rows.filter((one) =>
		mayReadPaper(actor, subject, { level: one.level, organisationIds: [one.organisationId, one.linkerId] })
	);
}
