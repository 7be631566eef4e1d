import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { criteriaSubject } from '#lib/domain/catalogue/criteria-subject.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { countApplying } from './count-applying.ts';
import { findCatalogueWorkPackage } from './find-catalogue-work-package.ts';
import { listCriteria, type FoundCriteriaVersion } from './list-criteria.ts';

/** The profiles of a project, how many entries meet each, and what the actor may change. Seven queries. */
export async function findCriteriaList(db: Db, actor: Actor, today: Day) {
	const { projectId } = actor;
	const profiles = await listCriteria(db, projectId, today);
	const workPackageId = await findCatalogueWorkPackage(db, projectId);
	const applying = await countApplying(db, projectId);
	const owing = await countOwing(db, projectId);
	const countries = await listCountries(db, projectId);

	const mayPublish = (profile: { country: string | null }) =>
		can(actor, 'criteria:publish', criteriaSubject(profile, workPackageId)).ok;
	const taken = profiles.map(({ country }) => country);
	return {
		profiles: profiles.map((profile) => {
			const entries = applying(profile.country);
			const shown = (version: FoundCriteriaVersion) => ({
				number: version.number,
				graceUntilOn: version.graceUntilOn,
				origin: version.origin,
				elements: version.rules.length,
				/** Null where nothing was weighed yet. */
				meet: version.id === null ? null : entries - (owing.get(version.id) ?? 0)
			});
			return {
				code: profile.code,
				title: profile.title,
				country: profile.country,
				entries,
				inForce: shown(profile.inForce),
				coming: profile.coming && shown(profile.coming),
				mayPublish: mayPublish(profile)
			};
		}),
		/** Countries of the consortium without a profile, that the actor may give one. */
		countries: countries.filter((country) => !taken.includes(country) && mayPublish({ country }))
	};
}

/** Entries with an open gap, by version. */
async function countOwing(db: Db, projectId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('entryGap')
		.select((eb) => ['criteriaVersionId', eb.fn.count<number>('itemId').distinct().as('count')])
		.where('projectId', '=', projectId)
		.where('closedAt', 'is', null)
		.groupBy('criteriaVersionId')
		.orderBy('criteriaVersionId')
		.execute();
	return new Map(rows.map(({ criteriaVersionId, count }) => [criteriaVersionId, count]));
}

async function listCountries(db: Db, projectId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('organisation')
		.select('country')
		.distinct()
		.where('projectId', '=', projectId)
		.orderBy('country')
		.execute();
	return rows.map(({ country }) => country);
}
