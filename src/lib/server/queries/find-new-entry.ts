import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { findWorkPackageFacts } from './find-work-package-facts.ts';
import { listOrganisations } from './list-organisations.ts';
import { listThemes } from './list-themes.ts';

/** What the form that starts an entry offers: the organisations for which this actor may. */
export async function findNewEntry(db: Db, actor: Actor) {
	const { algorithm } = await findAlgorithm(db, actor.projectId);
	const found = await findWorkPackageFacts(db, actor.projectId, { number: algorithm.workPackage });
	const organisations = await listOrganisations(db, actor.projectId);
	const owners = organisations.filter(
		({ id, country }) =>
			can(actor, 'entry:create', {
				leadOrganisationId: id,
				organisationIds: [id],
				countries: [country],
				workPackageIds: found ? [found.workPackage.id] : []
			}).ok
	);
	return {
		owners: owners.map(({ id, acronym, name, country }) => ({ id, acronym, name, country })),
		ownId: actor.organisationId,
		themes: await listThemes(db, actor.projectId),
		languages: algorithm.languages,
		packageMissing: found ? null : algorithm.workPackage
	};
}
