import type { Db } from '#db/schema.ts';
import { can, mayAlways, type Subject } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { heldDays, isHeldBy } from '#lib/domain/holder.ts';
import type { PlanKind } from '#lib/domain/items.ts';
import { lateness, untoldDates } from '#lib/domain/lateness.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import { opennessOf } from '#lib/domain/public-items.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { holderOf, type ItemParts } from './holder-of.ts';
import { listAssignments, type listContributions } from './list-item-people.ts';
import { READ_ITEM, workPackagesOf } from './list-item-rows.ts';
import { listItemsInReview } from './list-items-in-review.ts';
import { listPeopleOfItems } from './list-people-of-items.ts';

export interface ListContext {
	today: Day;
	/** Days before a due day from which it counts as due soon; of the quality plan. */
	soonDays: number;
	/** Where they were read already. */
	contributions?: Awaited<ReturnType<typeof listContributions>> | undefined;
}

/**
 * The items of the project that this actor may read. Two queries, however many items there are. The same guard
 * decides here and on the page of each item.
 */
export async function listItems(
	db: Db,
	actor: Actor,
	context: ListContext,
	kind?: PlanKind
): Promise<ListedItem[]> {
	const { contributions } = context;
	const parts = await readItemParts(
		db,
		actor.projectId,
		contributions && { contributions, assignments: await listAssignments(db, actor.projectId) },
		kind && [kind]
	);
	return listedItems(parts, actor, context);
}

/** What lists know of every item of a project, whoever asks. Two queries. */
export async function readItemParts(
	db: Db,
	projectId: string,
	known?: Awaited<ReturnType<typeof listPeopleOfItems>>,
	kinds?: readonly PlanKind[]
): Promise<ItemParts[]> {
	const items = await listItemsInReview(db, projectId, kinds);
	const { contributions, assignments } = known ?? (await listPeopleOfItems(db, projectId));
	return items.map(({ row, round }) => ({
		row,
		contributions: contributions.get(row.id) ?? [],
		assignments: assignments.get(row.id) ?? [],
		round
	}));
}

/** Of these items those that the actor may read. */
function listedItems(
	parts: readonly ItemParts[],
	actor: Actor,
	on: Pick<ListContext, 'today' | 'soonDays'>
): ListedItem[] {
	return seenBy(judgedItems(parts, mayAlways(actor, 'progress:read'), on), actor);
}

/** What lists say of items to nobody in particular; `isTold`: to those who follow the progress. */
export function judgedItems(
	parts: readonly ItemParts[],
	isTold: boolean,
	on: Pick<ListContext, 'today' | 'soonDays'>
): ListedItem[] {
	return parts.map((one) => judged(one, on, isTold));
}

/** Of judged items those that the actor may read, and which of them lie with the actor. */
export function seenBy(items: readonly ListedItem[], actor: Actor): ListedItem[] {
	const readsAll = {
		deliverable: mayAlways(actor, READ_ITEM.deliverable),
		milestone: mayAlways(actor, READ_ITEM.milestone)
	};
	return items
		.filter((item) => readsAll[item.kind] || can(actor, READ_ITEM[item.kind], item.subject).ok)
		.map((item) =>
			item.holder !== null && isHeldBy(item.holder, actor, item.subject) ? { ...item, mine: true } : item
		);
}

function judged(parts: ItemParts, asOf: { today: Day; soonDays: number }, isTold: boolean): ListedItem {
	const { row, assignments } = parts;
	const { today } = asOf;
	const told = isTold
		? { dates: lateness(row, today, asOf.soonDays) }
		: { dates: untoldDates(row), agreedOn: null, agreedBy: null, forecastOn: null, moves: 0 };
	const holder = holderOf(parts);
	const acronyms = new Map([
		[row.leadOrganisationId, row.leadAcronym],
		[row.packageLeadId, row.packageLeadAcronym]
	]);
	return {
		...row,
		moves: row.moves ?? 0,
		means: row.means ?? 0,
		provenMeans: row.provenMeans ?? 0,
		holder,
		holderPeople: assignments
			.filter((one) => holder?.personIds.includes(one.personId))
			.map((one) => `${one.name} (${one.acronym})`),
		holderOrganisation: acronyms.get(holder?.organisationId ?? null) ?? null,
		holderDays:
			holder &&
			heldDays({ since: holder.since.slice(0, 10) }, { state: row.state, due: told.dates.due }, today),
		reviewDueOn: parts.round[0]?.dueOn ?? null,
		mine: false,
		subject: subjectOf(parts),
		...told
	};
}

export function subjectOf({ row, contributions, assignments }: ItemParts): Subject {
	const organisations = new Set(contributions.map((one) => one.organisationId));
	if (row.leadOrganisationId !== null) organisations.add(row.leadOrganisationId);
	return {
		itemId: row.id,
		leadOrganisationId: row.leadOrganisationId,
		organisationIds: [...organisations],
		countries: row.leadCountry === null ? [] : [row.leadCountry],
		workPackageIds: workPackagesOf(row),
		assignedPersonIds: assignments.map((one) => one.personId),
		...opennessOf({ kind: row.kind, state: row.state, disseminationLevel: row.level })
	};
}
