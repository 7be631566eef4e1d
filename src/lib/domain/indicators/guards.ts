import type { Day } from '#lib/domain/days.ts';
import type { ActualStanding, ActualState } from './actuals.ts';
import type { IndicatorReason } from './indicator-reasons.ts';

export interface Dimension {
	id: string;
	label: string;
	categories: readonly { id: string; label: string }[];
}

export interface ReportedParts {
	categoryId: string;
	value: number;
}

interface Given {
	asOfOn: Day;
	standing: ActualStanding;
	value: number | null;
	parts: readonly ReportedParts[];
}

/** Why a number cannot be taken as reported. */
export function reportBlocks(
	indicator: { code: string; isClosed: boolean; isAsked: boolean; dimensions: readonly Dimension[] },
	organisation: string,
	given: Given,
	today: Day
): IndicatorReason[] {
	return [
		...(indicator.isClosed ? [{ code: 'indicator-closed', indicator: indicator.code } as const] : []),
		...(indicator.isAsked ? [] : [{ code: 'actual-not-asked', organisation } as const]),
		...(given.asOfOn > today ? [{ code: 'actual-day-ahead', on: given.asOfOn, today } as const] : []),
		...(given.value === null && given.parts.length > 0
			? [{ code: 'actual-parts-without-value' } as const]
			: []),
		...(given.value === null ? [] : partBlocks(indicator.dimensions, given.value, given.parts))
	];
}

/** Parts that are all given make the whole; some of them are no more than it. */
function partBlocks(
	dimensions: readonly Dimension[],
	value: number,
	parts: readonly ReportedParts[]
): IndicatorReason[] {
	return dimensions.flatMap(({ label: dimension, categories }) => {
		const given = parts.filter(({ categoryId }) => categories.some(({ id }) => id === categoryId));
		const sum = given.reduce((all, part) => all + part.value, 0);
		const isWhole = given.length === categories.length;
		const fits = isWhole ? Math.abs(sum - value) < 1e-9 : sum <= value + 1e-9;
		return given.length === 0 || fits ? [] : [{ code: 'actual-parts-differ', dimension, parts: sum, value }];
	});
}

export interface ActualFacts {
	state: ActualState;
	standing: ActualStanding;
	source: string;
	organisationId: string;
	organisation: string;
	reportedBy: string | null;
	acceptedBy: string | null;
	/** Who holds or linked the evidence behind it. */
	evidenceOrganisationIds: readonly string[];
}

interface Judge {
	personId: string;
	name: string;
	organisationId: string;
	organisationAcronym: string;
}

/** Nobody accepts what they reported themselves. */
export function acceptBlocks(actual: ActualFacts, judge: Judge): IndicatorReason[] {
	return [
		...(actual.state === 'reported' ? [] : [{ code: 'actual-settled', state: actual.state } as const]),
		...(actual.reportedBy === judge.personId ? [{ code: 'actual-own', person: judge.name } as const] : [])
	];
}

export function returnBlocks(actual: ActualFacts): IndicatorReason[] {
	const isOpen = actual.state === 'reported' || actual.state === 'accepted';
	return isOpen ? [] : [{ code: 'actual-settled', state: actual.state }];
}

/** Four eyes by organisation: neither who reported it, nor who gave the evidence, nor who accepted it. */
export function verifyBlocks(actual: ActualFacts, judge: Judge): IndicatorReason[] {
	const { organisationAcronym: organisation } = judge;
	const isSettled = actual.state === 'verified' || actual.state === 'returned';
	const isProven = actual.source !== '' || actual.evidenceOrganisationIds.length > 0;
	return [
		...(isSettled ? [{ code: 'actual-settled', state: actual.state } as const] : []),
		...(actual.state === 'reported' ? [{ code: 'actual-not-accepted' } as const] : []),
		...(actual.organisationId === judge.organisationId
			? [{ code: 'verifier-reported', organisation } as const]
			: []),
		...(actual.evidenceOrganisationIds.includes(judge.organisationId) &&
		actual.organisationId !== judge.organisationId
			? [{ code: 'verifier-gave-evidence', organisation } as const]
			: []),
		...(actual.acceptedBy === judge.personId
			? [{ code: 'verifier-accepted', person: judge.name } as const]
			: []),
		...(actual.standing !== 'value' || isProven ? [] : [{ code: 'actual-without-source' } as const])
	];
}
