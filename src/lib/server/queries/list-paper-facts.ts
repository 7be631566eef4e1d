import type { Db } from '#db/schema.ts';
import type { EvidenceUseFacts } from '#lib/domain/evidence-access.ts';
import { joined, parted } from './records/joined.ts';
import { meetingSubject } from '#lib/domain/meetings/meeting-subject.ts';

/** What decides who may read papers of meetings, by evidence. One query where there are none, two where there are. */
export async function listPaperFacts(
	db: Db,
	projectId: string,
	evidenceIds: readonly string[]
): Promise<Map<string, EvidenceUseFacts[]>> {
	const uses = await listPaperUses(db, projectId, evidenceIds);
	const byEvidence = Map.groupBy(uses, ({ evidenceId }) => evidenceId);
	return new Map([...byEvidence].map(([id, own]) => [id, own.map(({ facts }) => facts)]));
}

/** The same with the meetings themselves. */
export async function listPaperUses(db: Db, projectId: string, evidenceIds: readonly string[]) {
	const uses = await db
		.selectFrom('meetingEvidence')
		.innerJoin('meeting', 'meeting.id', 'meetingEvidence.meetingId')
		.select(['meetingEvidence.evidenceId', 'meetingEvidence.organisationId', 'meeting.id as meetingId'])
		.select(['meeting.slug', 'meeting.title', 'meetingEvidence.purpose'])
		.select(['meeting.country', 'meeting.chairId', 'meeting.secretaryId', 'level', 'minutesState'])
		.select((eb) =>
			eb
				.selectFrom('meetingWorkPackage as part')
				.whereRef('part.meetingId', '=', 'meeting.id')
				.select(joined('part.work_package_id').as('ids'))
				.as('packages')
		)
		.where('meetingEvidence.projectId', '=', projectId)
		.where('meetingEvidence.evidenceId', 'in', [...evidenceIds])
		.where('meetingEvidence.removedAt', 'is', null)
		.orderBy('meetingEvidence.id')
		.execute();
	if (uses.length === 0) return [];
	const meetingIds = [...new Set(uses.map(({ meetingId }) => meetingId))];
	const invitees = await db
		.selectFrom('meetingInvitee')
		.select(['meetingId', 'organisationId', 'personId', 'attendance'])
		.where('meetingId', 'in', meetingIds)
		.where('removedAt', 'is', null)
		.orderBy('id')
		.execute();
	const factsOf = (use: (typeof uses)[number]): EvidenceUseFacts => ({
		kind: 'meeting',
		subject: meetingSubject({
			...use,
			invitees: invitees.filter(({ meetingId }) => meetingId === use.meetingId),
			workPackageIds: parted(use.packages)
		}),
		accessOrganisationIds: [],
		linkerOrganisationIds: [use.organisationId],
		isPublished: false
	});
	return uses.map((use) => ({ ...use, facts: factsOf(use) }));
}
