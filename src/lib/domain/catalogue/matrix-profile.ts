import type { Algorithm } from './algorithm.ts';
import { profileApplies } from './criteria-versions.ts';
import type { Element } from './elements.ts';
import { ELEMENT_CODES } from './elements.ts';

/** A profile as it counts on one day. */
export interface ForceProfile {
	code: string;
	title: string;
	/** Of a national profile, whose entries alone it concerns. */
	country: string | null;
	versionId: string;
	number: number;
	elements: readonly Element[];
}

type Named = Pick<ForceProfile, 'code' | 'country'>;

/** Profiles that an entry must meet to be in the catalogue, by the algorithm: what everybody owes. */
function neededProfiles<P extends Named>(algorithm: Algorithm, profiles: readonly P[]): P[] {
	const until = algorithm.steps.findIndex((step) => step.state === algorithm.inCatalogueFrom);
	const requirements = algorithm.steps.slice(0, until + 1).flatMap((step) => step.requires);
	const codes = requirements.flatMap((one) => (one.kind === 'profile' ? [one.profile] : []));
	const isNational = requirements.some((one) => one.kind === 'national-profile');
	const needed = profiles.filter((one) =>
		one.country === null ? codes.includes(one.code) : isNational || codes.includes(one.code)
	);
	return needed.length > 0 ? needed : profiles.slice(0, 1);
}

/** The profiles that a matrix is about: the one named, else all that are needed. */
export function chosenProfiles<P extends Named>(
	algorithm: Algorithm,
	profiles: readonly P[],
	code: string | null
): P[] {
	const named = profiles.filter((one) => one.code === code);
	return named.length > 0 ? named : neededProfiles(algorithm, profiles);
}

/** Columns: every element that one of the profiles asks, in the order of the editor. */
export function columnsOf(profiles: readonly ForceProfile[]): Element[] {
	const asked = new Set(profiles.flatMap((one) => one.elements));
	return ELEMENT_CODES.filter((element) => asked.has(element));
}

/** Elements asked of an entry whose owner sits in this country. */
export function askedOf(profiles: readonly ForceProfile[], country: string): Set<Element> {
	const concerned = profiles.filter((one) => profileApplies(one, country));
	return new Set(concerned.flatMap((one) => one.elements));
}
