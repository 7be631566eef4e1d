import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { criteriaSubject } from '#lib/domain/catalogue/criteria-subject.ts';
import { nationalProposal } from '#lib/domain/catalogue/proposed-profiles.ts';
import { assertNone, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { seedCriteria } from './seed-criteria.ts';

/** Starts the profile of a country with the proposal, for its national coordinator to edit; answers its code. */
export function addNationalProfile(
	db: Db,
	actor: Actor,
	{ country }: { country: string },
	now: Date
): Promise<string> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		assertCan(actor, 'criteria:publish', criteriaSubject({ country }, undefined));
		await seedCriteria(db, projectId, now);
		const existing = await db
			.selectFrom('criteriaProfile')
			.select(['country', 'position'])
			.where('projectId', '=', projectId)
			.orderBy('position', 'desc')
			.execute();
		const organisation = await db
			.selectFrom('organisation')
			.select('id')
			.where('projectId', '=', projectId)
			.where('country', '=', country)
			.limit(1)
			.executeTakeFirst();
		const isTaken = existing.some((profile) => profile.country === country);
		assertNone([
			...(isTaken ? [{ code: 'national-profile-exists', country } as const] : []),
			...(organisation ? [] : [{ code: 'national-profile-nobody', country } as const])
		]);

		const { code, title, note, rules } = nationalProposal(country);
		const id = newId();
		const { numInsertedOrUpdatedRows } = await db
			.insertInto('criteriaProfile')
			.values({
				...{ id, projectId, code, title, country },
				position: (existing[0]?.position ?? 0) + 1,
				origin: 'inferred'
			})
			.onConflict((conflict) => conflict.columns(['projectId', 'code']).doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) throw new Refusal([{ code: 'national-profile-exists', country }]);
		await db
			.insertInto('criteriaVersion')
			.values({
				...{ id: newId(), projectId, profileId: id, number: 1, note },
				rules: JSON.stringify(rules),
				publishedBy: actor.personId,
				publishedAt: now.toISOString(),
				graceUntilOn: await findToday(db, projectId, now),
				origin: 'inferred'
			})
			.execute();
		await refreshGaps(db, projectId, 'all', now);
		await recordAudit(db, actor, 'criteria:add-national', { type: 'criteria', id, label: title }, now);
		return code;
	});
}
