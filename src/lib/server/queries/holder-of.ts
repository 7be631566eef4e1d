import { deliverableHolder } from '#lib/domain/deliverable-holder.ts';
import { isDeliverableState } from '#lib/domain/deliverable-states.ts';
import type { Comment, DeliverableFacts, GivenSignature, Round } from '#lib/domain/deliverables.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { milestoneHolder } from '#lib/domain/milestone-holder.ts';
import type { listAssignments, listContributions } from './list-item-people.ts';
import type { ItemRow } from './list-item-rows.ts';
import type { listItemsInReview } from './list-items-in-review.ts';

type RowsOf<Grouped extends Map<string, readonly unknown[]>> =
	Grouped extends Map<string, infer Rows> ? Rows : never;

/** One item with what lists know of it. */
export interface ItemParts {
	row: ItemRow;
	contributions: RowsOf<Awaited<ReturnType<typeof listContributions>>>;
	assignments: RowsOf<Awaited<ReturnType<typeof listAssignments>>>;
	/** The running round, a row for each signature in it; none without a round. */
	round: Awaited<ReturnType<typeof listItemsInReview>>[number]['round'];
}

/** Who holds the item: the rule of its own kind, asked with what lists know. */
export function holderOf(parts: ItemParts): Holder | null {
	const { row } = parts;
	return row.kind === 'milestone' ? milestoneHolderOf(parts) : deliverableHolder(deliverableFacts(parts));
}

function milestoneHolderOf({ row, assignments, round }: ItemParts): Holder | null {
	const hasClaim = round.length > 0;
	return milestoneHolder({
		state: row.state,
		stateSinceAt: row.stateSinceAt,
		leadOrganisationId: row.leadOrganisationId,
		workPackageLeads: row.packageLeadId === null ? [] : [{ organisationId: row.packageLeadId }],
		assignments: assignments.filter((one) => one.kind === 'signing'),
		claim: hasClaim
			? {
					verifiers: signaturesOf(round)
						.filter((one) => one.meaning === 'verified')
						.map((one) => ({ personId: one.personId }))
				}
			: null
	});
}

function deliverableFacts({ row, contributions, assignments, round }: ItemParts): DeliverableFacts {
	if (!isDeliverableState(row.state))
		throw new Error(`${row.code} is in no state of a deliverable: ${row.state}`);
	return {
		state: row.state,
		stateSinceAt: row.stateSinceAt,
		code: row.code,
		leadOrganisationId: row.leadOrganisationId,
		leadAcronym: row.leadAcronym,
		leadCountry: row.leadCountry,
		dueOn: row.agreedOn ?? row.contractualOn,
		type: row.type,
		level: row.level,
		contributorsConfirmed: true,
		history: {
			leadOrganisationId: row.leadOrganisationId,
			contributions,
			conflicts: [...assignments, ...round].flatMap(({ personId, conflict }) =>
				personId === null || conflict === null ? [] : [{ personId, reason: conflict }]
			)
		},
		versions: [],
		reviewers: assignments.map((one) => ({ ...one, roles: [] })),
		rounds: roundOf(round),
		signatures: signaturesOf(round),
		comments: openBlockersOf(round)
	};
}

function roundOf([first]: ItemParts['round']): Round[] {
	return first ? [{ ...first, closedAt: null, outcome: null }] : [];
}

function signaturesOf(round: ItemParts['round']): GivenSignature[] {
	return round.flatMap((one) =>
		one.personId === null ||
		one.personName === null ||
		one.organisationId === null ||
		one.organisationAcronym === null ||
		one.country === null ||
		one.meaning === null ||
		one.signedSha256 === null ||
		one.signedAt === null
			? []
			: [
					{
						personId: one.personId,
						personName: one.personName,
						organisationId: one.organisationId,
						organisationAcronym: one.organisationAcronym,
						country: one.country,
						meaning: one.meaning,
						roundId: one.id,
						versionId: one.versionId,
						coversSha256: one.signedSha256,
						signedAt: one.signedAt
					}
				]
	);
}

/** Lists know only how many blocking comments are open: one stands for them all. */
function openBlockersOf([first]: ItemParts['round']): Comment[] {
	if (!first || !first.openBlockers) return [];
	const comment = { id: '', roundId: first.id, authorId: '', author: '' };
	return [{ ...comment, blocking: true, withdrawn: false, answered: false }];
}
