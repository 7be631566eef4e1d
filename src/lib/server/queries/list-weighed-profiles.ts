import type { Db } from '#db/schema.ts';
import type { EntryFacts } from '#lib/domain/catalogue/content.ts';
import { profileApplies } from '#lib/domain/catalogue/criteria-versions.ts';
import type { CriteriaSettings } from '#lib/domain/catalogue/criteria.ts';
import type { WeighedProfile } from '#lib/domain/catalogue/step-facts.ts';
import { weighEntry } from '#lib/domain/catalogue/weigh-entry.ts';
import type { Day } from '#lib/domain/days.ts';
import { listCriteria, type FoundCriteriaVersion } from './list-criteria.ts';

interface Asked {
	projectId: string;
	facts: EntryFacts;
	settings: CriteriaSettings;
	today: Day;
}

/** An entry against every profile in force that is asked of it, in their order. */
export async function listWeighedProfiles(
	db: Db,
	{ projectId, facts, settings, today }: Asked
): Promise<WeighedProfile[]> {
	const profiles = await listCriteria(db, projectId, today);
	const [owner] = facts.bodies;
	const comingOf = (version: FoundCriteriaVersion | null) =>
		version === null || version.graceUntilOn === null
			? null
			: {
					number: version.number,
					graceUntilOn: version.graceUntilOn,
					results: weighEntry(version.rules, facts, settings)
				};
	return profiles
		.filter((profile) => profileApplies(profile, owner?.country))
		.map(({ code, title, country, inForce, coming }) => ({
			code,
			title,
			country,
			number: inForce.number,
			results: weighEntry(inForce.rules, facts, settings),
			coming: comingOf(coming)
		}));
}
