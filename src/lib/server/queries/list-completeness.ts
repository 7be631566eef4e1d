import type { Db } from '#db/schema.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import type { Day } from '#lib/domain/days.ts';

export interface CoreRules {
	versionId: string;
	/** Elements that the version asks for, and whether an entry may leave them out with a reason. */
	elements: readonly { element: Element; mayBeNotApplicable: boolean }[];
}

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
	const versions = await db
		.selectFrom('criteriaVersion')
		.innerJoin('criteriaProfile', 'criteriaProfile.id', 'criteriaVersion.profileId')
		.select(['criteriaVersion.id', 'criteriaVersion.number', 'graceUntilOn', 'rules'])
		.where('criteriaProfile.projectId', '=', projectId)
		.where('criteriaProfile.code', '=', CORE)
		.orderBy('criteriaVersion.number', 'desc')
		.execute();
	const version = versions.find(({ number, graceUntilOn }) => number === 1 || graceUntilOn < today);
	if (!version) return undefined;
	const rules: unknown = JSON.parse(version.rules);
	return { versionId: version.id, elements: Array.isArray(rules) ? rules.flatMap(ruleOf) : [] };
}

function ruleOf(rule: unknown): CoreRules['elements'] {
	if (typeof rule !== 'object' || rule === null || !('element' in rule)) return [];
	const { element } = rule;
	if (typeof element !== 'string' || !isElement(element)) return [];
	return [{ element, mayBeNotApplicable: 'mayBeNotApplicable' in rule && rule.mayBeNotApplicable === true }];
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
	const optional = new Set<string>(
		elements.filter((one) => one.mayBeNotApplicable).map(({ element }) => element)
	);
	return new Map(
		itemIds.map((id) => {
			const mine = gaps.filter((gap) => gap.itemId === id);
			const away = leftOut.filter((one) => one.itemId === id && optional.has(one.element)).length;
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
