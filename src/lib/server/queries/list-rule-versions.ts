import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { RuleKind } from '#lib/domain/rule-versions.ts';
import type { Origin } from '#lib/domain/origin.ts';

/** Changes of the rules that reviews go by, first versions left out: the newest first. One query. */
export function listRuleVersions(db: Db, projectId: string, limit: number) {
	return db
		.selectFrom('checklistVersion as version')
		.innerJoin('checklist as list', 'list.id', 'version.checklistId')
		.leftJoin('person', 'person.id', 'version.publishedBy')
		.select([
			sql<RuleKind>`'checklist'`.as('kind'),
			'list.code',
			'list.title',
			'version.number',
			'version.publishedAt',
			sql<string | null>`null`.as('graceUntilOn'),
			sql<Origin>`version.origin`.as('origin'),
			'person.name as publishedBy'
		])
		.where('version.projectId', '=', projectId)
		.where('version.number', '>', 1)
		.unionAll(
			db
				.selectFrom('criteriaVersion as version')
				.innerJoin('criteriaProfile as profile', 'profile.id', 'version.profileId')
				.leftJoin('person', 'person.id', 'version.publishedBy')
				.select([
					sql<RuleKind>`'criteria'`.as('kind'),
					'profile.code',
					'profile.title',
					'version.number',
					'version.publishedAt',
					'version.graceUntilOn',
					sql<Origin>`version.origin`.as('origin'),
					'person.name as publishedBy'
				])
				.where('version.projectId', '=', projectId)
				.where('version.number', '>', 1)
		)
		.unionAll(
			db
				.selectFrom('qualityPlanVersion as version')
				.leftJoin('person', 'person.id', 'version.publishedBy')
				.select([
					sql<RuleKind>`'quality-plan'`.as('kind'),
					sql<string>`''`.as('code'),
					sql<string>`''`.as('title'),
					'version.number',
					'version.publishedAt',
					sql<string | null>`null`.as('graceUntilOn'),
					sql<Origin>`version.origin`.as('origin'),
					'person.name as publishedBy'
				])
				.where('version.projectId', '=', projectId)
				.where('version.number', '>', 1)
		)
		.orderBy('publishedAt', 'desc')
		.orderBy('kind')
		.orderBy('code')
		.limit(limit)
		.execute();
}
