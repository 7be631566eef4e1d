import { comparePlans, nameLeads, standingOf, type EntryChange, type PlanEntry } from './baselines.ts';
import type { ListedItem } from './listed-item.ts';

export interface NamedEntry extends PlanEntry {
	leadAcronym: string | null;
}

/** What a list shows beside its rows when it is held against a baseline. */
export interface ListComparison {
	/** By record; one that is not here stands as it stood then. */
	changes: ReadonlyMap<string, EntryChange>;
	/** Records of the baseline that are no longer there at all. */
	gone: readonly EntryChange[];
}

/** `isShown` says which records that are gone fit the list as it is filtered. */
export function compareList(
	before: readonly NamedEntry[],
	now: readonly NamedEntry[],
	isShown: (entry: PlanEntry) => boolean
): ListComparison {
	const stands = new Set(now.map(({ recordId }) => recordId));
	const kept = before.filter((entry) => stands.has(entry.recordId) || isShown(entry));
	const acronyms = new Map([...before, ...now].map((one) => [one.leadOrganisationId, one.leadAcronym]));
	const changes = nameLeads(comparePlans(kept, now), acronyms);
	return {
		changes: new Map(changes.filter(isStill).map((change) => [change.recordId, change])),
		gone: changes.filter((change) => !isStill(change))
	};
}

function isStill({ change }: EntryChange): boolean {
	return change !== 'removed';
}

/** An item of a list in the shape in which a baseline keeps it. */
export function itemEntry(item: ListedItem): NamedEntry {
	return {
		kind: item.kind,
		recordId: item.id,
		code: item.code,
		title: item.title,
		leadOrganisationId: item.leadOrganisationId,
		leadAcronym: item.leadAcronym,
		workPackageNumber: item.workPackage,
		startMonth: null,
		endMonth: null,
		dueMonth: item.dueMonth,
		dueOn: item.contractualOn,
		agreedOn: item.agreedOn,
		standing: standingOf(item.state)
	};
}

export function workPackageEntry(
	one: Pick<NamedEntry, 'title' | 'leadOrganisationId' | 'startMonth' | 'endMonth'> & {
		id: string;
		number: number;
		lead: string | null;
	}
): NamedEntry {
	return {
		kind: 'work-package',
		recordId: one.id,
		code: `WP${one.number}`,
		title: one.title,
		leadOrganisationId: one.leadOrganisationId,
		leadAcronym: one.lead,
		workPackageNumber: one.number,
		startMonth: one.startMonth,
		endMonth: one.endMonth,
		dueMonth: null,
		dueOn: null,
		standing: standingOf('planned')
	};
}
