import type { Case } from './cases.ts';
import type { Visitor } from './people.ts';
import type { Target } from './target.ts';

/** Everything in which the visitor stands to the target; no right looks at more. */
function standing(visitor: Visitor, target: Target): string {
	const scopes = new Set(visitor.grants.map(({ scopeId }) => scopeId ?? ''));
	const facts = [
		target.slug === visitor.slug,
		target.countries.some((country) => scopes.has(country)),
		target.workPackageIds.some((id) => scopes.has(id)),
		scopes.has(target.itemId),
		target.organisationIds.includes(visitor.organisationId),
		target.leadOrganisationId === visitor.organisationId,
		target.assignedPersonIds.includes(visitor.personId),
		target.isPublic,
		target.isFinal === true,
		target.file?.level
	];
	return facts.join();
}

function alike({ row, visitor, target, expected }: Case): string {
	const door = [row.route, row.act, row.about, row.unknown, row.search];
	return [...door, target.slug, visitor.name, standing(visitor, target), expected].join(' ');
}

const isAct = ({ row, expected }: Case) => row.form !== undefined && expected === 'open';

/** All that people do as they may; of what is read or refused one for each door, visitor and standing of the two. */
export function fewCases(cases: readonly Case[]): Case[] {
	const kept = new Set(cases.filter(isAct));
	const groups = Map.groupBy(
		cases.filter((one) => !isAct(one)),
		alike
	);
	// Not always the first of a group, so that most records are visited by somebody.
	for (const [index, group] of [...groups.values()].entries())
		for (const one of group.slice(index % group.length).slice(0, 1)) kept.add(one);
	return cases.filter((one) => kept.has(one));
}
