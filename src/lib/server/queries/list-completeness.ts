import type { Db } from '#db/schema.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import type { ForceProfile } from '#lib/domain/catalogue/matrix-profile.ts';
import type { Day } from '#lib/domain/days.ts';
import { listProfilesInForce } from './list-profiles-in-force.ts';

export type CoreRules = ForceProfile;

/** What stands and what does not of the elements a profile asks for. */
export interface Completeness {
	complete: number;
	of: number;
	missing: Element[];
	weak: Element[];
}

const CORE = 'eu-core';

/** The European core in force; undefined while the project has no such profile. */
export async function findCoreRules(db: Db, projectId: string, today: Day): Promise<CoreRules | undefined> {
	const { profiles } = await listProfilesInForce(db, projectId, today);
	return profiles.find(({ code }) => code === CORE);
}

/** From the register of gaps, for the entries of one page. */
export async function listCompleteness(
	db: Db,
	{ versionId, elements }: CoreRules,
	itemIds: readonly string[]
): Promise<Map<string, Completeness>> {
	if (itemIds.length === 0) return new Map();
	const gaps = await db
		.selectFrom('entryGap')
		.select(['itemId', 'element', 'standing'])
		.where('criteriaVersionId', '=', versionId)
		.where('itemId', 'in', itemIds)
		.where('closedAt', 'is', null)
		.orderBy('element')
		.execute();
	const leftOut = await db
		.selectFrom('entryElement')
		.select(['itemId', 'element'])
		.where('itemId', 'in', itemIds)
		.where('untilAt', 'is', null)
		.where('standing', '=', 'not-applicable')
		.orderBy('element')
		.execute();
	return new Map(
		itemIds.map((id) => {
			const mine = gaps.filter((gap) => gap.itemId === id);
			const away = leftOut
				.filter((one) => one.itemId === id && elements.some((asked) => asked === one.element))
				// Left out against the rules: a gap like any other.
				.filter((one) => mine.every((gap) => gap.element !== one.element)).length;
			const named = (standing: 'missing' | 'weak') =>
				mine
					.filter((gap) => gap.standing === standing)
					.map(({ element }) => element)
					.filter(isElement);
			const of = elements.length - away;
			const [missing, weak] = [named('missing'), named('weak')];
			return [id, { complete: of - missing.length - weak.length, of, missing, weak }];
		})
	);
}
