import type { Day } from '#lib/domain/days.ts';

interface Version {
	number: number;
	/** In force from the day after; the first version from the beginning. */
	graceUntilOn: Day;
}

/** The versions of one profile that count on a day, from all of them in any order. */
export function versionsOn<V extends Version>(
	versions: readonly V[],
	today: Day
): { inForce: V | undefined; coming: V | undefined; later: V[] } {
	const newestFirst = [...versions].sort((a, b) => b.number - a.number);
	const first = newestFirst.at(-1);
	const inForce = newestFirst.find((one) => one === first || one.graceUntilOn < today);
	const newer = newestFirst.filter((one) => inForce && one.number > inForce.number);
	// A version never comes into force when a newer one does no later.
	const upcoming = newer.filter((one) =>
		newer.every((other) => other.number <= one.number || other.graceUntilOn > one.graceUntilOn)
	);
	const [coming, ...later] = upcoming.sort((a, b) => a.number - b.number);
	return { inForce, coming, later };
}

/** A national profile is asked only of entries whose owner is in its country. */
export function profileApplies(
	profile: { country: string | null },
	ownerCountry: string | undefined
): boolean {
	return profile.country === null || profile.country === ownerCountry;
}
