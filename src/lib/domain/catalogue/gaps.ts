import type { EntryFacts } from './content.ts';
import type { CriteriaReason, CriteriaRule, CriteriaSettings } from './criteria.ts';
import { profileApplies } from './criteria-versions.ts';
import type { Element } from './elements.ts';
import { weighEntry } from './weigh-entry.ts';

/** A version of a profile that entries are weighed against. */
interface WeighingVersion {
	id: string;
	country: string | null;
	rules: readonly CriteriaRule[];
}

/** An element that an entry owes under one version of a profile. */
export interface Gap {
	itemId: string;
	criteriaVersionId: string;
	element: Element;
	standing: 'missing' | 'weak';
	reasons: readonly CriteriaReason[];
}

/** Everything an entry owes. Merged and retired entries lack nothing; nobody is asked for what one on hold lacks. */
export function gapsOf(
	entry: EntryFacts & { itemId: string; state: string },
	versions: readonly WeighingVersion[],
	settings: CriteriaSettings
): Gap[] {
	if (owesNothing(entry.state)) return [];
	const [owner] = entry.bodies;
	return versions
		.filter((version) => profileApplies(version, owner?.country))
		.flatMap((version) =>
			weighEntry(version.rules, entry, settings).flatMap(({ element, standing, reasons }) =>
				standing === 'missing' || standing === 'weak'
					? [{ itemId: entry.itemId, criteriaVersionId: version.id, element, standing, reasons }]
					: []
			)
		);
}

/** States in which an entry has left the catalogue. */
export const GONE: readonly string[] = ['merged', 'retired'];

export function owesNothing(state: string): boolean {
	return GONE.includes(state);
}
