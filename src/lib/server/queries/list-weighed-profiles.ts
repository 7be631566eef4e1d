import type { Db } from '#db/schema.ts';
import type { CriteriaSettings } from '#lib/domain/catalogue/criteria.ts';
import type { EntryFacts } from '#lib/domain/catalogue/content.ts';
import type { WeighedProfile } from '#lib/domain/catalogue/step-facts.ts';
import type { Day } from '#lib/domain/days.ts';

interface Asked {
	projectId: string;
	facts: EntryFacts;
	settings: CriteriaSettings;
	today: Day;
}

/** An entry against every profile in force that is asked of it, in their order. */
export function listWeighedProfiles(_db: Db, _asked: Asked): Promise<WeighedProfile[]> {
	return Promise.resolve([]);
}
