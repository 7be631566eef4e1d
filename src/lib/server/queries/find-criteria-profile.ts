import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { criteriaSubject } from '#lib/domain/catalogue/criteria-subject.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseCriteria } from '#lib/schemas/catalogue/criteria.ts';
import { findCatalogueWorkPackage } from './find-catalogue-work-package.ts';
import { listCriteria } from './list-criteria.ts';

/** A profile with all its versions, the latest first; where none is stored, the proposed one. Five queries. */
export async function findCriteriaProfile(db: Db, actor: Actor, code: string, today: Day) {
	const profiles = await listCriteria(db, actor.projectId, today);
	const profile = profiles.find((one) => one.code === code);
	if (!profile) return undefined;
	const workPackageId = await findCatalogueWorkPackage(db, actor.projectId);
	const stored = profile.id === null ? [] : await listVersions(db, profile.id);
	const proposed = { ...profile.inForce, publishedBy: null };
	return {
		...profile,
		versions: stored.length > 0 ? stored : [proposed],
		mayPublish: can(actor, 'criteria:publish', criteriaSubject(profile, workPackageId)).ok
	};
}

async function listVersions(db: Db, profileId: string) {
	const rows = await db
		.selectFrom('criteriaVersion')
		.leftJoin('person', 'person.id', 'criteriaVersion.publishedBy')
		.select([
			'criteriaVersion.id',
			'criteriaVersion.number',
			'criteriaVersion.rules',
			'criteriaVersion.note',
			'criteriaVersion.publishedAt',
			'criteriaVersion.graceUntilOn',
			'criteriaVersion.origin',
			'person.name as publishedBy'
		])
		.where('profileId', '=', profileId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map(({ rules, ...version }) => ({ ...version, rules: parseCriteria(rules) }));
}
