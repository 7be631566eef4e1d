import { mayEver } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';

export interface NavigationEntry {
	href: string;
	label: string;
	current: boolean;
	count?: number;
}

const PAGES: readonly { path: string; label: string; permission: Permission }[] = [
	{ path: '', label: 'Home', permission: 'home:read' },
	{ path: '/reviews', label: 'Reviews', permission: 'review:comment' },
	{ path: '/deliverables', label: 'Deliverables', permission: 'deliverable:read' },
	{ path: '/milestones', label: 'Milestones', permission: 'milestone:read' },
	{ path: '/meetings', label: 'Meetings', permission: 'meeting:read' },
	{ path: '/decisions', label: 'Decisions', permission: 'decision:read' },
	{ path: '/actions', label: 'Actions', permission: 'action:read' },
	{ path: '/catalogue', label: 'Catalogue', permission: 'catalogue:read' },
	{ path: '/work-packages', label: 'Work packages', permission: 'work-package:read' },
	{ path: '/timeline', label: 'Timeline', permission: 'work-package:read' },
	{ path: '/evidence', label: 'Evidence', permission: 'evidence:read' },
	{ path: '/baselines', label: 'Baselines', permission: 'baseline:read' },
	{ path: '/organisations', label: 'Organisations', permission: 'organisation:read' },
	{ path: '/people', label: 'People', permission: 'person:read' },
	{ path: '/quality-plan', label: 'Quality plan', permission: 'quality-plan:read' },
	{ path: '/audit', label: 'Audit', permission: 'audit:read' },
	{ path: '/about', label: 'About', permission: 'project:read' }
];

/** For who also looks after the installation, outside of any project. */
const INSTALLATION: NavigationEntry = { href: '/installation', label: 'Installation', current: false };

/** The pages of a project that this actor may ever open, in the order of the work. */
export function navigationFor(actor: Actor, slug: string, pathname: string): NavigationEntry[] {
	const entries = PAGES.filter((page) => mayEver(actor, page.permission)).map(({ path, label }) => {
		const href = `/${slug}${path}`;
		const current = pathname === href || (path !== '' && pathname.startsWith(`${href}/`));
		return { href, label, current };
	});
	return mayEver(actor, 'installation:read') ? [...entries, INSTALLATION] : entries;
}
