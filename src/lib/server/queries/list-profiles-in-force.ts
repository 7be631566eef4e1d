import * as v from 'valibot';
import type { Db } from '#db/schema.ts';
import { versionsOn } from '#lib/domain/catalogue/criteria-versions.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import type { ForceProfile } from '#lib/domain/catalogue/matrix-profile.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import type { Day } from '#lib/domain/days.ts';
import { parseAlgorithm } from '#lib/schemas/catalogue/algorithm.ts';
import { parsedOnce } from '#lib/schemas/parsed-once.ts';

const Asked = v.array(v.object({ element: v.string() }));
const elementsOf = parsedOnce((rules) =>
	v
		.parse(Asked, JSON.parse(rules))
		.map((rule) => rule.element)
		.filter(isElement)
);

/**
 * Every profile in the version that counts on a day, as published by an instant, with the elements it asks, and the
 * algorithm of today, which says which of them the catalogue needs. One query.
 */
export async function listProfilesInForce(
	db: Db,
	projectId: string,
	day: Day,
	publishedBy: string | null = null
): Promise<{ algorithm: Algorithm; profiles: ForceProfile[] }> {
	const rows = await db
		.selectFrom('criteriaProfile as profile')
		.innerJoin('criteriaVersion as version', 'version.profileId', 'profile.id')
		.select([
			'profile.code',
			'profile.title',
			'profile.country',
			'version.id as versionId',
			'version.number',
			'version.rules',
			'version.publishedAt',
			'version.graceUntilOn'
		])
		.select((eb) =>
			eb
				.selectFrom('algorithmVersion')
				.select('settings')
				.where('algorithmVersion.projectId', '=', projectId)
				.orderBy('algorithmVersion.number', 'desc')
				.limit(1)
				.as('settings')
		)
		.where('profile.projectId', '=', projectId)
		.orderBy('profile.position')
		.orderBy('profile.code')
		.orderBy('version.number')
		.execute();
	const profiles = [...Map.groupBy(rows, (row) => row.code).values()].flatMap((versions) => {
		const published = versions.filter((one) => publishedBy === null || one.publishedAt <= publishedBy);
		const { inForce: found } = versionsOn(published, day);
		if (!found) return [];
		const { code, title, country, versionId, number, rules } = found;
		return [{ code, title, country, versionId, number, elements: elementsOf(rules) }];
	});
	const settings = rows[0]?.settings ?? null;
	return { profiles, algorithm: settings === null ? PROPOSED_ALGORITHM : parseAlgorithm(settings) };
}
