import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { criteriaBlocks } from '#lib/domain/catalogue/criteria-blocks.ts';
import { criteriaChanges } from '#lib/domain/catalogue/criteria-changes.ts';
import { criteriaSubject } from '#lib/domain/catalogue/criteria-subject.ts';
import type { CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseCriteria } from '#lib/schemas/catalogue/criteria.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findCatalogueWorkPackage } from '#lib/server/queries/find-catalogue-work-package.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { linkDecision } from './link-decision.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { seedCriteria } from './seed-criteria.ts';

interface PublishCriteria {
	code: string;
	basedOn: number;
	note: string;
	graceUntilOn: string;
	rules: readonly CriteriaRule[];
}

/**
 * Makes a new version of a profile, which counts from the day after its grace date. It changes no state of any entry:
 * what they would owe is registered as coming.
 */
export function publishCriteria(db: Db, actor: Actor, input: PublishCriteria, now: Date): Promise<number> {
	return db.transaction().execute(async (db) => {
		const isSeeded = await seedCriteria(db, actor.projectId, now);
		const profile = await findProfile(db, actor.projectId, input.code);
		if (!profile) throw new NotFound();
		const workPackageId = await findCatalogueWorkPackage(db, actor.projectId);
		assertCan(actor, 'criteria:publish', criteriaSubject(profile, workPackageId));

		const latest = await findLatest(db, profile.id);
		// The page showed the proposal, which has just become version 1.
		const basedOn = isSeeded && input.basedOn === 0 ? 1 : input.basedOn;
		if (latest.number !== basedOn) throw new Conflict({ version: `Version ${latest.number}` });
		const today = await findToday(db, actor.projectId, now);
		const before = parseCriteria(latest.rules);
		assertNone(criteriaBlocks(input.rules, before, { graceUntilOn: input.graceUntilOn, today }));

		const number = latest.number + 1;
		const id = newId();
		const { numInsertedOrUpdatedRows } = await db
			.insertInto('criteriaVersion')
			.values({
				id,
				projectId: actor.projectId,
				profileId: profile.id,
				number,
				rules: JSON.stringify(input.rules),
				note: input.note,
				publishedBy: actor.personId,
				publishedAt: now.toISOString(),
				graceUntilOn: input.graceUntilOn,
				origin: 'entered'
			})
			.onConflict((conflict) => conflict.columns(['profileId', 'number']).doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) throw new Conflict({ version: `Version ${number}` });
		await refreshGaps(db, actor.projectId, 'all', now);
		const label = `${profile.title} ${number}`;
		const effect = { kind: 'criteria', recordId: id, itemId: null, label } as const;
		await linkDecision(db, actor, input.note, effect, now);
		const record = { type: 'criteria', id: profile.id, label };
		await recordAudit(db, actor, 'criteria:publish', record, now, {
			note: input.note,
			graceUntilOn: input.graceUntilOn,
			changes: criteriaChanges(before, input.rules)
		});
		return number;
	});
}

function findProfile(db: Db, projectId: string, code: string) {
	return db
		.selectFrom('criteriaProfile')
		.select(['id', 'title', 'country'])
		.where('projectId', '=', projectId)
		.where('code', '=', code)
		.executeTakeFirst();
}

function findLatest(db: Db, profileId: string) {
	return db
		.selectFrom('criteriaVersion')
		.select(['number', 'rules'])
		.where('profileId', '=', profileId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
}
