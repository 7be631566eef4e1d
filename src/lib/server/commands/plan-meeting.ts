import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { meetingSlug } from '#lib/domain/meetings/meeting-edits.ts';
import { meetingSubject } from '#lib/domain/meetings/meeting-subject.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PlanMeeting } from '#lib/schemas/meetings/meetings.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { lockProject } from './lock-project.ts';
import { replaceParts, resolveParts } from './meeting-parts.ts';

type Input = PlanMeeting & { origin?: Origin };

/** Plans a meeting; nobody is invited or told yet. */
export function planMeeting(
	db: Db,
	actor: Actor,
	{ origin = 'entered', ...input }: Input,
	now: Date
): Promise<{ id: string; slug: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId, personId } = actor;
		await lockProject(db, projectId);
		const { title, kind, mode, place, link, country, hostOrganisationId, chairId, secretaryId } = input;
		const { level, summary, days, workPackageIds } = input;
		const facts = { country, workPackageIds, chairId, secretaryId, level, invitees: [] };
		assertCan(actor, 'meeting:edit', meetingSubject({ ...facts, minutesState: 'draft' }));
		const { timeZone, seriesId } = await resolveParts(db, actor, input);
		const taken = await db.selectFrom('meeting').select('slug').where('projectId', '=', projectId).execute();
		const slug = meetingSlug(
			title,
			days[0]?.day ?? null,
			taken.map((one) => one.slug)
		);

		const id = newId();
		const at = now.toISOString();
		await db
			.insertInto('meeting')
			.values({
				...{ id, projectId, slug, seriesId, kind, title, mode, place, link, country, hostOrganisationId },
				...{ timeZone, chairId, secretaryId, level, summary, origin },
				state: 'planned',
				minutesState: 'draft',
				cancelledReason: null,
				sequence: 0,
				search: searchText(title, place, slug),
				createdBy: personId,
				createdAt: at,
				changedAt: at,
				version: 1
			})
			.execute();
		await replaceParts(db, id, input);
		const details = { title, kind, place, timeZone, days: days.map(({ day }) => day) };
		await recordAudit(db, actor, 'meeting:create', auditedMeeting({ id, slug }), now, details);
		return { id, slug };
	});
}
