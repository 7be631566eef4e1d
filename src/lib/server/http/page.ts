import { error, type RequestEvent } from '@sveltejs/kit';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import {
	accountRequest,
	projectRequest,
	visitorRequest,
	type AccountRequest,
	type Gate,
	type ProjectRequest,
	type VisitorRequest
} from './gate.ts';

/** A guarded load or endpoint carries the gate it stands behind, so that a test can list them all. */
export type Guarded<Handler> = Handler & { gate: Gate };

/** The load of a project page. `undefined` from the read means missing or not yours: the same 404. */
export function page<T>(permission: Permission, read: (request: ProjectRequest) => Promise<T>) {
	return guard(permission, (event: RequestEvent) => found(read(projectRequest(event, permission))));
}

/** The load of a page for anyone signed in. */
export function accountPage<T>(read: (request: AccountRequest) => Promise<T>) {
	return guard('signed-in', (event: RequestEvent) => found(read(accountRequest(event))));
}

/** The load of a page for everybody. */
export function visitorPage<T>(read: (request: VisitorRequest) => Promise<T>) {
	return guard('visitor', (event: RequestEvent) => found(read(visitorRequest(event))));
}

/** A project endpoint that is not a page: a download, an export. */
export function endpoint(permission: Permission, answer: (request: ProjectRequest) => Promise<Response>) {
	return guard(permission, (event: RequestEvent) => found(answer(projectRequest(event, permission))));
}

export function visitorEndpoint(answer: (request: VisitorRequest) => Promise<Response>) {
	return guard('visitor', (event: RequestEvent) => found(answer(visitorRequest(event))));
}

export function guard<Handler extends object>(gate: Gate, handler: Handler): Guarded<Handler> {
	return Object.assign(handler, { gate });
}

async function found<T>(reading: Promise<T>): Promise<Exclude<T, undefined>> {
	const data = await reading.catch(asNotFound);
	return isFound(data) ? data : error(404, 'Not found');
}

function isFound<T>(data: T): data is Exclude<T, undefined> {
	return data !== undefined;
}

function asNotFound(problem: unknown): never {
	if (problem instanceof NotFound) error(404, 'Not found');
	throw problem;
}
