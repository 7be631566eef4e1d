import { mayEver } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';

export interface NavigationEntry {
	href: string;
	label: string;
	current: boolean;
	count?: number;
}

/** Pages that belong together; those of every day come first and need no name. */
export interface NavigationGroup {
	label: string | null;
	links: NavigationEntry[];
}

interface Page {
	path: string;
	label: string;
	permission: Permission;
	/** Who may do this finds it there. */
	unless?: Permission;
}

const GROUPS: readonly { label: string | null; pages: readonly Page[] }[] = [
	{
		label: null,
		pages: [
			{ path: '', label: 'Home', permission: 'home:read' },
			{ path: '/check-in', label: 'Check-in', permission: 'check-in:write' },
			{ path: '/progress', label: 'Progress', permission: 'check-in:read' },
			{ path: '/reviews', label: 'Reviews', permission: 'review:comment' }
		]
	},
	{
		label: 'Plan',
		pages: [
			{ path: '/deliverables', label: 'Deliverables', permission: 'deliverable:read' },
			{ path: '/milestones', label: 'Milestones', permission: 'milestone:read' },
			{ path: '/risks', label: 'Risks', permission: 'risk:read' },
			{ path: '/work-packages', label: 'Work packages', permission: 'work-package:read' },
			{ path: '/timeline', label: 'Timeline', permission: 'work-package:read' },
			{ path: '/reports', label: 'Reports', permission: 'report:read' },
			{ path: '/baselines', label: 'Baselines', permission: 'baseline:read' }
		]
	},
	{
		label: 'Agree',
		pages: [
			{ path: '/meetings', label: 'Meetings', permission: 'meeting:read' },
			{ path: '/decisions', label: 'Decisions', permission: 'decision:read' },
			{ path: '/actions', label: 'Actions', permission: 'action:read' }
		]
	},
	{
		label: 'Results',
		pages: [
			{ path: '/catalogue', label: 'Catalogue', permission: 'catalogue:read' },
			{
				path: '/catalogue/public',
				label: 'Public catalogue',
				permission: 'entry:read',
				unless: 'catalogue:read'
			},
			{ path: '/dissemination', label: 'Dissemination', permission: 'outreach:read' },
			{ path: '/indicators', label: 'Indicators', permission: 'indicator:read' },
			{ path: '/evidence', label: 'Evidence', permission: 'evidence:read' }
		]
	},
	{
		label: 'Project',
		pages: [
			{ path: '/organisations', label: 'Organisations', permission: 'organisation:read' },
			{ path: '/people', label: 'People', permission: 'person:read' },
			{ path: '/quality-plan', label: 'Quality plan', permission: 'quality-plan:read' },
			{ path: '/audit', label: 'Audit', permission: 'audit:read' },
			{ path: '/about', label: 'About', permission: 'project:read' }
		]
	}
];

/** For who also looks after the installation, outside of any project. */
const INSTALLATION: NavigationGroup = {
	label: 'Installation',
	links: [{ href: '/installation', label: 'Accounts and state', current: false }]
};

/** The pages of a project that this actor may ever open, in the order of the work. */
export function navigationFor(actor: Actor, slug: string, pathname: string): NavigationGroup[] {
	const groups = GROUPS.map(({ label, pages }) => ({
		label,
		links: pages
			.filter(({ permission, unless }) => mayEver(actor, permission) && !(unless && mayEver(actor, unless)))
			.map((page) => {
				const href = `/${slug}${page.path}`;
				const current = pathname === href || (page.path !== '' && pathname.startsWith(`${href}/`));
				return { href, label: page.label, current };
			})
	})).filter(({ links }) => links.length > 0);
	return mayEver(actor, 'installation:read') ? [...groups, INSTALLATION] : groups;
}
