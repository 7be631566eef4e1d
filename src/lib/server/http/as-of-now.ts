import { mayEver } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import { now } from '#lib/server/clock.ts';
import { actingId } from './acting.ts';
import { findMembership } from './context.ts';
import type { ProjectRequest } from './gate.ts';

/** The request as it would begin now: a body may take an hour to arrive, and rights end meanwhile. */
export async function asOfNow(request: ProjectRequest, permission: Permission): Promise<ProjectRequest> {
	const moment = now();
	const { db, project, signedIn, event } = request;
	const found = await findMembership(db, project.slug, signedIn, moment, actingId(event.cookies));
	if (!found) throw new NotFound();
	if (!mayEver(found.actor, permission)) throw new Refusal([{ code: 'rights-ended' }]);
	return { ...request, ...found, now: moment };
}
