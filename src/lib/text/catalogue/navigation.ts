import { mayEver } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';

export interface CatalogueLink {
	href: string;
	label: string;
	current: boolean;
}

const PAGES: readonly { path: string; label: string; permission: Permission }[] = [
	{ path: '', label: 'Entries', permission: 'catalogue:read' },
	{ path: '/gaps', label: 'Gaps', permission: 'catalogue:read' },
	{ path: '/coverage', label: 'Coverage', permission: 'catalogue:read' },
	{ path: '/targets', label: 'Targets', permission: 'catalogue:read' },
	{ path: '/overlaps', label: 'Overlaps', permission: 'catalogue:read' },
	{ path: '/institutions', label: 'Institutions', permission: 'catalogue:read' },
	{ path: '/criteria', label: 'Criteria', permission: 'catalogue:read' },
	{ path: '/algorithm', label: 'Algorithm', permission: 'catalogue:read' },
	{ path: '/officers', label: 'Officers', permission: 'catalogue:read' },
	{ path: '/import', label: 'Import', permission: 'catalogue:import' },
	{ path: '/export', label: 'Export', permission: 'catalogue:export' },
	{ path: '/public', label: 'Public catalogue', permission: 'entry:read' }
];

/** The pages of the catalogue that this actor may ever open. */
export function catalogueLinks(actor: Actor, slug: string, pathname: string): CatalogueLink[] {
	const root = `/${slug}/catalogue`;
	const open = PAGES.filter((page) => mayEver(actor, page.permission));
	const at = open.findLast(({ path }) => path !== '' && `${pathname}/`.startsWith(`${root}${path}/`));
	return open.map(({ path, label }) => ({
		href: root + path,
		label,
		current: path === (at?.path ?? '')
	}));
}
