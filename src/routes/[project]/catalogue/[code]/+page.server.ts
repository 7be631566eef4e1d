import { can } from '#lib/domain/can.ts';
import { page } from '#lib/server/http/page.ts';
import { findEntryPage } from '#lib/server/queries/find-entry-page.ts';
import { listFurtherBodies } from '#lib/server/queries/list-further-bodies.ts';
import { listEntrySignatures } from '#lib/server/queries/list-entry-signatures.ts';
import { listRecentChanges } from '#lib/server/queries/list-recent-changes.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';
import { bodyActions } from './body-actions.server.ts';
import { readRecognition, readWay, wayActions } from './way.server.ts';

const CHANGES = 12;

/** Each section of the page reads for itself, and has its actions in a file of its own. */
export const load = page('entry:read', async (request) => {
	const { db, actor, project, today, param } = request;
	const read = await findEntryPage(db, actor, param('code'));
	if (!read) return undefined;
	const { found, algorithm, algorithmNumber, ...shown } = read;
	const frame = {
		...shown,
		state: entryStateText(algorithm, found.item.state),
		isProposal: algorithmNumber === 0,
		today,
		timeZone: project.timeZone
	};
	if (!read.isInside)
		return { ...frame, inside: null, way: null, recognition: await readRecognition(request, read) };
	return {
		...frame,
		way: await readWay(request, read),
		recognition: null,
		inside: {
			candidates: read.mayEdit ? await listFurtherBodies(db, project.id, found.facts.bodies) : [],
			signatures: await listEntrySignatures(db, found, algorithm),
			seesReview: can(actor, 'review:read', found.subject).ok,
			changes: await listRecentChanges(db, project.id, [found.item.id], CHANGES)
		}
	};
});

export const actions = { ...bodyActions, ...wayActions };
