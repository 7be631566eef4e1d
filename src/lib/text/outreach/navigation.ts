import { mayEver } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';

const PAGES: readonly { path: string; label: string; permission: Permission }[] = [
	{ path: '', label: 'Dissemination log', permission: 'outreach:read' },
	{ path: '/mobility', label: 'Mobility and training', permission: 'mobility:read' }
];

/** The pages of dissemination that this actor may ever open. */
export function outreachLinks(actor: Actor, slug: string, pathname: string) {
	const root = `/${slug}/dissemination`;
	const open = PAGES.filter((page) => mayEver(actor, page.permission));
	const at = open.findLast(({ path }) => path !== '' && `${pathname}/`.startsWith(`${root}${path}/`));
	return open.map(({ path, label }) => ({
		href: root + path,
		label,
		current: path === (at?.path ?? '')
	}));
}

export function outreachHref(slug: string, code: string): string {
	return `/${slug}/dissemination/${code}`;
}

export function mobilityHref(slug: string, code: string): string {
	return `/${slug}/dissemination/mobility/${code}`;
}
