import type { Db } from '#db/schema.ts';
import type { CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { versionsOn } from '#lib/domain/catalogue/criteria-versions.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Origin } from '#lib/domain/origin.ts';
import { parseCriteria } from '#lib/schemas/catalogue/criteria.ts';

export interface FoundCriteriaVersion {
	/** Null for the proposed profiles of a project that has stored none. */
	id: string | null;
	/** 0 while the project has stored none and the proposed ones count. */
	number: number;
	rules: readonly CriteriaRule[];
	note: string;
	publishedAt: string | null;
	graceUntilOn: Day | null;
	origin: Origin;
}

export interface FoundProfile {
	id: string | null;
	code: string;
	title: string;
	/** Of a national profile: asked only of entries whose owner is there, `profileApplies`. */
	country: string | null;
	inForce: FoundCriteriaVersion;
	/** The next version, until its grace date is over. */
	coming: FoundCriteriaVersion | null;
	/** Versions that come after the coming one. */
	later: readonly FoundCriteriaVersion[];
}

/** The completeness profiles of a project with the versions that count on a day, in their order. One query. */
export async function listCriteria(db: Db, projectId: string, today: Day): Promise<FoundProfile[]> {
	const rows = await db
		.selectFrom('criteriaProfile as profile')
		.innerJoin('criteriaVersion as version', 'version.profileId', 'profile.id')
		.select(['profile.id as profileId', 'profile.code', 'profile.title', 'profile.country'])
		.select(['version.id', 'version.number', 'version.rules', 'version.note'])
		.select(['version.publishedAt', 'version.graceUntilOn', 'version.origin'])
		.where('profile.projectId', '=', projectId)
		.orderBy('profile.position')
		.orderBy('profile.code')
		.orderBy('version.number')
		.execute();
	if (rows.length === 0) return PROPOSED_PROFILES.map(proposed);
	return [...Map.groupBy(rows, (row) => row.profileId).values()].flatMap((versions) => {
		const { inForce, coming, later } = versionsOn(versions, today);
		if (!inForce) return [];
		const { profileId: id, code, title, country } = inForce;
		return [
			{
				...{ id, code, title, country },
				inForce: parsed(inForce),
				coming: coming ? parsed(coming) : null,
				later: later.map(parsed)
			}
		];
	});
}

type Stored = Omit<FoundCriteriaVersion, 'rules'> & { rules: string };

function parsed({
	id,
	number,
	rules,
	note,
	publishedAt,
	graceUntilOn,
	origin
}: Stored): FoundCriteriaVersion {
	return { id, number, rules: parseCriteria(rules), note, publishedAt, graceUntilOn, origin };
}

function proposed({ code, title, country, note, rules }: (typeof PROPOSED_PROFILES)[number]): FoundProfile {
	const inForce = {
		id: null,
		number: 0,
		rules,
		note,
		publishedAt: null,
		graceUntilOn: null,
		origin: 'inferred' as const
	};
	return { id: null, code, title, country, inForce, coming: null, later: [] };
}
