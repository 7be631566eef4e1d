import { mayEver } from '#lib/domain/can.ts';
import { page } from '#lib/server/http/page.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findOwnReviews } from '#lib/server/queries/find-own-reviews.ts';
import { listContributions } from '#lib/server/queries/list-item-people.ts';
import { assignmentDesk } from './desk.server.ts';

export const load = page('review:comment', async (request) => {
	const { db, actor, project, today } = request;
	const contributions = await listContributions(db, project.id);
	const { algorithm } = await findAlgorithm(db, project.id);
	return {
		...(await findOwnReviews(db, actor, contributions, algorithm)),
		desk: mayEver(actor, 'reviewer:assign') ? await assignmentDesk(request, contributions) : null,
		seesFindings: mayEver(actor, 'findings:read'),
		today,
		startOn: project.startOn,
		timeZone: project.timeZone
	};
});
