import type { Subject } from '#lib/domain/can.ts';

/** Whom publishing a profile asks: a national one its country, every other one the catalogue's work package. */
export function criteriaSubject(
	profile: { country: string | null },
	catalogueWorkPackageId: string | undefined
): Subject {
	if (profile.country !== null) return { countries: [profile.country] };
	return { workPackageIds: catalogueWorkPackageId === undefined ? [] : [catalogueWorkPackageId] };
}
