import { mayEver } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';

export interface MeetingLink {
	href: string;
	label: string;
	current: boolean;
}

const PAGES: readonly { path: string; label: string; permission: Permission }[] = [
	{ path: '', label: 'Meeting', permission: 'meeting:read' },
	{ path: '/agenda', label: 'Agenda', permission: 'meeting:read' },
	{ path: '/people', label: 'People', permission: 'meeting:read' },
	{ path: '/minutes', label: 'Minutes', permission: 'minutes:read' }
];

/** The pages of a meeting that this actor may open. */
export function meetingLinks(
	actor: Actor,
	root: string,
	pathname: string,
	readsMinutes: boolean
): MeetingLink[] {
	const open = PAGES.filter(
		({ path, permission }) => mayEver(actor, permission) && (readsMinutes || path !== '/minutes')
	);
	const at = open.findLast(({ path }) => path !== '' && `${pathname}/`.startsWith(`${root}${path}/`));
	return open.map(({ path, label }) => ({
		href: root + path,
		label,
		current: path === (at?.path ?? '')
	}));
}

export function meetingHref(slug: string, meeting: string): string {
	return `/${slug}/meetings/${meeting}`;
}
