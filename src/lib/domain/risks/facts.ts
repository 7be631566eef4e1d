import type { Subject } from '#lib/domain/can.ts';
import type { RiskState } from './life-cycle.ts';

/** What rules and permissions ask of a risk. */
export interface RiskFacts {
	number: number;
	state: RiskState;
	likelihood: number | null;
	severity: number | null;
	/** 1: its wording is fixed by Annex 1. */
	foreseen: number;
	mitigation: string;
	ownerId: string | null;
	ownerOrganisationId: string | null;
	ownerCountry: string | null;
	workPackageIds: readonly string[];
	/** Measures agreed on beside the wording, by where they stand. */
	openSteps: number;
	steps: number;
}

export function riskCode({ number }: { number: number }): string {
	return `R${number}`;
}

/** `assigned`: who watches it, and, of one measure, who takes it. */
export function riskSubject(
	risk: Pick<RiskFacts, 'ownerId' | 'ownerOrganisationId' | 'ownerCountry' | 'workPackageIds'>,
	stepOwnerId: string | null = null
): Subject {
	const { ownerId, ownerOrganisationId, ownerCountry, workPackageIds } = risk;
	return {
		leadOrganisationId: ownerOrganisationId,
		organisationIds: [ownerOrganisationId].filter((id) => id !== null),
		countries: [ownerCountry].filter((country) => country !== null),
		workPackageIds,
		assignedPersonIds: [ownerId, stepOwnerId].filter((id) => id !== null)
	};
}
