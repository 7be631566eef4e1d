import type { AwardingBody } from '#lib/domain/catalogue/content.ts';
import type { OfficerInOffice } from '#lib/domain/catalogue/entry-approval.ts';
import type { EntryApproval } from '#lib/domain/catalogue/step-facts.ts';
import type { Day } from '#lib/domain/days.ts';
import type { ListedSignature } from './list-signatures.ts';

/** The institutional approvals among the signatures of an entry, newest first. */
export function approvalsAmong(signatures: readonly ListedSignature[]) {
	return signatures.toReversed().flatMap((one) => {
		const { approvalId: id, reference, decidedOn, recordedAt, evidenceId, document, validUntilOn } = one;
		if (
			id === null ||
			reference === null ||
			decidedOn === null ||
			recordedAt === null ||
			evidenceId === null ||
			document === null
		)
			return [];
		const { organisationId, personName: person, organisationAcronym: acronym } = one;
		const { covers, coversSha256, withdrawnAt } = one;
		const decision = { reference, decidedOn, validUntilOn, recordedAt, evidenceId, document, withdrawnAt };
		return [{ id, organisationId, person, acronym, covers, coversSha256, ...decision }];
	});
}

interface Asked {
	bodies: readonly AwardingBody[];
	/** Since when the entry waits for them; earlier approvals were of other content. */
	since: string;
	today: Day;
}

/** Whether each awarding body has approved, and until when the last approval held that no longer does. */
export function givenApprovals(
	signatures: readonly ListedSignature[],
	{ bodies, since, today }: Asked
): Omit<EntryApproval, 'officers'>[] {
	const given = approvalsAmong(signatures).filter(({ recordedAt }) => recordedAt >= since);
	const isValid = ({ validUntilOn }: { validUntilOn: Day | null }) =>
		validUntilOn === null || validUntilOn >= today;
	return bodies.map(({ organisationId, acronym }) => {
		const own = given.filter((one) => one.organisationId === organisationId);
		const lapsedOn = own.find((one) => !isValid(one))?.validUntilOn ?? null;
		return { organisationId, acronym, approved: own.some(isValid), lapsedOn };
	});
}

/** The same with who holds an office where the approval is still to be given or renewed. */
export function awaitedApprovals(
	given: readonly Omit<EntryApproval, 'officers'>[],
	officers: readonly OfficerInOffice[]
): EntryApproval[] {
	return given.map((body) => ({
		...body,
		officers: officers
			.filter((one) => !body.approved && one.organisationId === body.organisationId)
			.map(({ personId, person: name }) => ({ personId, name }))
	}));
}
