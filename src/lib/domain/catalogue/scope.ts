import { hasRole, type Actor } from '#lib/domain/roles.ts';

/** Which part of the catalogue a page shows: a country, an organisation by its code, or everything. */
export interface CatalogueScope {
	country: string | null;
	organisationId: string | null;
}

const WHOLE: CatalogueScope = { country: null, organisationId: null };

/** What somebody sees of the catalogue before they ask for anything else: what they answer for. */
export function defaultScope(actor: Actor): CatalogueScope {
	if (hasRole(actor, 'coordinator', 'wp-leader', 'qa-lead', 'qa-reviewer', 'external-evaluator'))
		return WHOLE;
	const countries = actor.grants.filter((grant) => grant.role === 'national-coordinator');
	const [country, another] = countries.map((grant) => grant.scopeId);
	if (country && another === undefined) return { ...WHOLE, country };
	if (countries.length === 0 && hasRole(actor, 'partner'))
		return { ...WHOLE, organisationId: actor.organisationId };
	return WHOLE;
}
