import { can } from '#lib/domain/can.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { page } from '#lib/server/http/page.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { listAlgorithmVersions } from '#lib/server/queries/list-algorithm-versions.ts';
import { listEntryStates } from '#lib/server/queries/list-entry-states.ts';
import { algorithmChanges } from '#lib/text/catalogue/algorithm.ts';

export const load = page('catalogue:read', async ({ db, actor, project, url }) => {
	const versions = await listAlgorithmVersions(db, project.id);
	const proposed = { number: 0, algorithm: PROPOSED_ALGORITHM };
	const inForce = versions[0] ?? proposed;
	const chosen = (name: string, otherwise: number) => {
		const number = Number(url.searchParams.get(name) ?? otherwise);
		return versions.find((one) => one.number === number) ?? (number === 0 ? proposed : inForce);
	};
	const from = chosen('from', Math.max(0, inForce.number - 1));
	const to = chosen('to', inForce.number);
	const { algorithm } = inForce;
	const keeper = await findWorkPackageFacts(db, project.id, { number: algorithm.workPackage });
	const subject = { workPackageIds: keeper ? [keeper.workPackage.id] : [] };
	return {
		number: inForce.number,
		isProposal: versions[0]?.origin !== 'entered',
		algorithm,
		counts: await listEntryStates(db, project.id),
		versions: versions.map(({ algorithm: _, ...version }) => version),
		compared: {
			from: from.number,
			to: to.number,
			changes: algorithmChanges(from.algorithm, to.algorithm)
		},
		mayPublish: can(actor, 'algorithm:publish', subject).ok,
		timeZone: project.timeZone
	};
});
