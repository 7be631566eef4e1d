import * as v from 'valibot';
import type { Db } from '#db/schema.ts';
import { versionsOn } from '#lib/domain/catalogue/criteria-versions.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import type { ForceProfile } from '#lib/domain/catalogue/matrix-profile.ts';
import type { Day } from '#lib/domain/days.ts';

const Asked = v.array(v.object({ element: v.string() }));

/** Every profile in the version that counts on a day, as published by an instant, with the elements it asks. One query. */
export async function listProfilesInForce(
	db: Db,
	projectId: string,
	day: Day,
	publishedBy: string | null = null
): Promise<ForceProfile[]> {
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
		.where('profile.projectId', '=', projectId)
		.orderBy('profile.position')
		.orderBy('profile.code')
		.orderBy('version.number')
		.execute();
	return [...Map.groupBy(rows, (row) => row.code).values()].flatMap((versions) => {
		const published = versions.filter((one) => publishedBy === null || one.publishedAt <= publishedBy);
		const { inForce: found } = versionsOn(published, day);
		if (!found) return [];
		const { code, title, country, versionId, number, rules } = found;
		const elements = v.parse(Asked, JSON.parse(rules)).map((rule) => rule.element);
		return [{ code, title, country, versionId, number, elements: elements.filter(isElement) }];
	});
}
