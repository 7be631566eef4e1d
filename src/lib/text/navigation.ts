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
			{ path: '/progress/payment', label: 'Payment readiness', permission: 'progress:read' },
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
	const shown = GROUPS.map(({ label, pages }) => ({
		label,
		pages: pages.filter(
			({ permission, unless }) => mayEver(actor, permission) && !(unless && mayEver(actor, unless))
		)
	})).filter(({ pages }) => pages.length > 0);
	const hrefOf = ({ path }: Page) => `/${slug}${path}`;
	const here = shown
		.flatMap(({ pages }) => pages.map(hrefOf))
		.filter((href) => isAt(pathname, href, slug))
		.reduce((longest, href) => (href.length > longest.length ? href : longest), '');
	const groups = shown.map(({ label, pages }) => ({
		label,
		links: pages.map((page) => ({
			href: hrefOf(page),
			label: page.label,
			current: hrefOf(page) === here
		}))
	}));
	return mayEver(actor, 'installation:read') ? [...groups, INSTALLATION] : groups;
}

/** Of pages within one another the innermost is the one somebody is at. */
function isAt(pathname: string, href: string, slug: string): boolean {
	return pathname === href || (href !== `/${slug}` && pathname.startsWith(`${href}/`));
}
