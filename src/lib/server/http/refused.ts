import { error, type RequestEvent } from '@sveltejs/kit';
import { can, mayEver } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { Refusal, type Reason } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAttempt } from '#lib/server/audit-attempts.ts';
import { database } from '#lib/server/db.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { projectRequest, type ProjectRequest } from './gate.ts';

const MISSING = 'Missing, or not for this person.';

/** Refused attempts are events of the project too; the refused transaction itself left nothing behind. */
export async function recordRefusal(
	{ actor, event, now }: Pick<ProjectRequest, 'actor' | 'event' | 'now'>,
	permission: Permission,
	refusal: Refusal | 'missing'
): Promise<void> {
	const params: Partial<Record<string, string>> = event.params;
	const label = (params['code'] ?? params['number'] ?? event.url.pathname).slice(0, 200).toWellFormed();
	const reasons: readonly Reason[] = refusal === 'missing' ? [] : refusal.reasons;
	const said = refusal === 'missing' ? [MISSING] : reasons.map((reason) => sentenceOf(reason).text);
	const record = { type: 'page', id: null, label };
	await recordAttempt(database(), actor, permission, record, now, { reasons, said });
}

/** The request behind a form. Who never holds the permission finds no such form, and the attempt is an event. */
export async function projectAttempt(event: RequestEvent, permission: Permission): Promise<ProjectRequest> {
	const { actor, signedIn, now } = event.locals;
	if (signedIn && actor && !mayEver(actor, permission)) {
		await recordRefusal({ actor, event, now }, permission, refusalFor(actor, permission));
		error(404, 'Not found');
	}
	return projectRequest(event, permission);
}

function refusalFor(actor: Actor, permission: Permission): Refusal {
	const answer = can(actor, permission, {});
	return new Refusal(answer.ok ? [] : [answer.because]);
}
