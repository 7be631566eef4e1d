import { can } from '#lib/domain/can.ts';
import { isOpenForm } from '#lib/domain/open-form.ts';
import { page } from '#lib/server/http/page.ts';
import { findEntryPage } from '#lib/server/queries/find-entry-page.ts';
import { listFurtherBodies } from '#lib/server/queries/list-further-bodies.ts';
import { entrySignatures } from '#lib/server/queries/entry-signatures.ts';
import { listRecentChanges } from '#lib/server/queries/list-recent-changes.ts';
import { listSignatures } from '#lib/server/queries/list-signatures.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';
import { bodyActions } from './body-actions.server.ts';
import { readRecognition, readWay, wayActions } from './way.server.ts';

const CHANGES = 12;

/** Each section of the page reads for itself, and has its actions in a file of its own. */
export const load = page('entry:read', async (request) => {
	const { db, actor, project, today, param, url } = request;
	const read = await findEntryPage(db, actor, param('code'));
	if (!read) return undefined;
	const { found, version, ...shown } = read;
	const { algorithm } = version;
	const frame = {
		...shown,
		state: entryStateText(algorithm, found.item.state),
		isProposal: version.number === 0,
		today,
		timeZone: project.timeZone
	};
	if (!read.isInside)
		return { ...frame, inside: null, way: null, recognition: await readRecognition(request, read) };
	const signatures = await listSignatures(db, found.item.id);
	const isAdding = read.mayEdit && isOpenForm(url.searchParams, 'body', 'add-body');
	return {
		...frame,
		way: await readWay(request, read, { signatures, isAdding }),
		recognition: null,
		inside: {
			/** Who could award it too, once that was asked for. */
			candidates: isAdding ? await listFurtherBodies(db, project.id, found.facts.bodies) : null,
			signatures: entrySignatures(found, algorithm, signatures),
			seesReview: can(actor, 'review:read', found.subject).ok,
			/** Somebody in the middle of a form looks for nothing else. */
			changes: isAdding
				? null
				: (
						await listRecentChanges(db, project.id, [found.item.id], {
							since: null,
							personId: actor.personId,
							limit: CHANGES
						})
					).rows
		}
	};
});

export const actions = { ...bodyActions, ...wayActions };
