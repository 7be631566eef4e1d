import type { Db } from '#db/schema.ts';
import { PROPOSED_PROFILES, type ProposedProfile } from '#lib/domain/catalogue/proposed-profiles.ts';
import { dayIn } from '#lib/domain/days.ts';
import { newId } from '#lib/server/ids.ts';

/**
 * Stores the proposed profiles as version 1 where the project has none at all; says whether it did. Call it inside a
 * transaction. `origin` stays `inferred`, so that every page calls them a proposal until a version is published.
 */
export async function seedCriteria(db: Db, projectId: string, now: Date): Promise<boolean> {
	const existing = await db
		.selectFrom('criteriaProfile')
		.select('id')
		.where('projectId', '=', projectId)
		.limit(1)
		.executeTakeFirst();
	if (existing) return false;
	const { timeZone } = await db
		.selectFrom('project')
		.select('timeZone')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	const profiles = PROPOSED_PROFILES.map((profile, index) => ({ ...profile, id: newId(), index }));
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('criteriaProfile')
		.values(
			profiles.map(({ id, code, title, country, index }) => ({
				id,
				projectId,
				code,
				title,
				country,
				position: index + 1,
				origin: 'inferred' as const
			}))
		)
		// Somebody else stored the same proposal between our look and now.
		.onConflict((conflict) => conflict.columns(['projectId', 'code']).doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows !== BigInt(profiles.length)) return false;
	await db
		.insertInto('criteriaVersion')
		.values(profiles.map((profile) => firstVersion(profile, projectId, dayIn(timeZone, now), now)))
		.execute();
	return true;
}

function firstVersion(
	profile: ProposedProfile & { id: string },
	projectId: string,
	today: string,
	now: Date
) {
	return {
		id: newId(),
		projectId,
		profileId: profile.id,
		number: 1,
		rules: JSON.stringify(profile.rules),
		note: profile.note,
		publishedBy: null,
		publishedAt: now.toISOString(),
		graceUntilOn: today,
		origin: 'inferred' as const
	};
}
