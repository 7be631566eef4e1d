import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Db } from '#db/schema.ts';
import { mayEver } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { database } from '#lib/server/db.ts';
import type { DataOf } from '#lib/server/kept-answers.ts';
import type { ProjectContext, SignedIn } from './context.ts';

/** What guards a route: a permission in a project, an account, the care of the installation, or nothing. */
export type Gate = Permission | 'administrator' | 'signed-in' | 'visitor';

/** What every load and action inside a project is given. */
export interface ProjectRequest {
	db: Db;
	actor: Actor;
	project: ProjectContext;
	/** What queries that keep their answers ask for them by. */
	data: DataOf;
	signedIn: SignedIn;
	now: Date;
	today: Day;
	url: URL;
	event: RequestEvent;
	/** A route parameter by name; a missing one is not found. */
	param: (name: string) => string;
}

/** The request as a member of the project who may at least sometimes do this; otherwise sign in, or not found. */
export function projectRequest(event: RequestEvent, permission: Permission): ProjectRequest {
	const signedIn = accountRequest(event).signedIn;
	const { actor, project, now, today } = event.locals;
	if (!actor || !project || !mayEver(actor, permission)) error(404, 'Not found');
	return {
		db: database(),
		actor,
		project,
		data: { projectId: project.id, dataVersion: project.dataVersion },
		signedIn,
		now,
		today,
		url: event.url,
		event,
		param: paramOf(event)
	};
}

export interface AccountRequest {
	db: Db;
	signedIn: SignedIn;
	now: Date;
	url: URL;
	event: RequestEvent;
	param: (name: string) => string;
}

export function accountRequest(event: RequestEvent): AccountRequest {
	const { signedIn, now } = event.locals;
	if (!signedIn) redirect(303, signInPath(event));
	return { db: database(), signedIn, now, url: event.url, event, param: paramOf(event) };
}

export interface VisitorRequest {
	db: Db;
	now: Date;
	url: URL;
	event: RequestEvent;
	param: (name: string) => string;
}

export function visitorRequest(event: RequestEvent): VisitorRequest {
	return { db: database(), now: event.locals.now, url: event.url, event, param: paramOf(event) };
}

function paramOf(event: RequestEvent): (name: string) => string {
	const params: Partial<Record<string, string>> = event.params;
	return (name) => params[name] ?? error(404, 'Not found');
}

/** Where a form without a session is turned away to; `keepTyped` sees to what was typed into it. */
export const SIGN_IN_AGAIN = '/login?expired';

/** To the sign-in page and, after a GET, back again; only a path of ours ever goes into `next`. */
function signInPath(event: RequestEvent): string {
	if (event.request.method !== 'GET') return SIGN_IN_AGAIN;
	return `/login?next=${encodeURIComponent(event.url.pathname + event.url.search)}`;
}
