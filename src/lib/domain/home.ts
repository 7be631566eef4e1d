import type { TargetScope } from './catalogue/targets.ts';
import { byLateness, isOverdue } from './lateness.ts';
import { rulesOf } from './permissions.ts';
import type { ListedItem } from './listed-item.ts';
import { isRole, type Actor, type Role } from './roles.ts';
import { daysBetween, type Day } from './days.ts';

/** Parts of the first page. */
export const HOME_SECTIONS = [
	'work',
	'queue',
	'stale',
	'rules',
	'findings',
	'ball',
	'actions',
	'meetings',
	'late',
	'due',
	'check-in',
	'packages',
	'matrix',
	'reviewers',
	'catalogue',
	'lapsed',
	'risks',
	'partners',
	'owed',
	'pack',
	'granted',
	'indicators',
	'results',
	'published',
	'installation',
	'changes',
	'news'
] as const;
export type HomeSection = (typeof HOME_SECTIONS)[number];

/** First page of each role, in this order (domain.md 2.1). */
const SECTIONS: Record<Role, readonly HomeSection[]> = {
	coordinator: [
		'ball',
		'late',
		'due',
		'packages',
		'matrix',
		'catalogue',
		'owed',
		'lapsed',
		'risks',
		'reviewers',
		'actions',
		'meetings',
		'changes'
	],
	'national-coordinator': [
		'check-in',
		'matrix',
		'partners',
		'catalogue',
		'owed',
		'lapsed',
		'actions',
		'pack',
		'ball',
		'late',
		'due',
		'meetings',
		'changes'
	],
	'wp-leader': [
		'ball',
		'work',
		'reviewers',
		'actions',
		'late',
		'due',
		'packages',
		'catalogue',
		'meetings',
		'changes'
	],
	partner: ['check-in', 'ball', 'actions', 'lapsed', 'owed', 'meetings', 'late', 'due', 'changes'],
	'qa-lead': ['ball', 'reviewers', 'rules', 'findings', 'late', 'actions', 'meetings', 'changes'],
	'qa-reviewer': ['queue', 'stale', 'rules', 'findings', 'ball', 'actions', 'meetings', 'changes'],
	'external-evaluator': ['ball', 'granted', 'indicators', 'findings', 'results', 'news'],
	observer: ['results', 'published', 'indicators', 'news'],
	admin: ['installation']
};

/** Sections for somebody with several roles: each once, where the first of their roles has it. */
export function homeSections(actor: Actor): HomeSection[] {
	const roles = Object.keys(SECTIONS).filter((role) => actor.grants.some((grant) => grant.role === role));
	const wanted = roles.filter(isRole).flatMap((role) => SECTIONS[role]);
	return [...new Set(wanted)];
}

/** Leaders of other work packages have nothing to do with the catalogue as a whole. */
export function answersForCatalogue(actor: Actor, keeperId: string | undefined): boolean {
	const leads = actor.grants.filter(({ role }) => role === 'wp-leader');
	return (
		leads.length === 0 ||
		actor.grants.some(({ role }) => role === 'coordinator') ||
		leads.some(({ scopeId }) => scopeId !== null && scopeId === keeperId)
	);
}

/** The part of the catalogue that somebody answers for, the widest of their roles first; null: none. */
export function cataloguePart(actor: Actor): TargetScope | null {
	const holds = (role: Role) => actor.grants.find((grant) => grant.role === role);
	if (holds('coordinator') || holds('wp-leader')) return { scopeKind: 'project', scopeCode: '' };
	const country = holds('national-coordinator')?.scopeId ?? null;
	if (country !== null) return { scopeKind: 'country', scopeCode: country };
	return holds('partner') ? { scopeKind: 'organisation', scopeCode: actor.organisationId } : null;
}

/** Whether an item is among those this actor answers for: all, those of a country, a work package or an organisation. */
export function concerns(actor: Actor, item: ListedItem): boolean {
	return (
		item.mine ||
		actor.grants.some((grant) => {
			switch (grant.role) {
				case 'coordinator':
				case 'qa-lead':
					return true;
				case 'national-coordinator':
					return item.leadCountry === grant.scopeId;
				case 'wp-leader':
					return item.subject.workPackageIds?.some((id) => id === grant.scopeId) ?? false;
				case 'partner':
					return item.subject.organisationIds?.includes(actor.organisationId) ?? false;
				default:
					return (
						rulesOf('review:comment', grant.role).includes('assigned') &&
						(item.subject.assignedPersonIds?.includes(actor.personId) ?? false)
					);
			}
		})
	);
}

/** Whether work on it should be under way: begun, or planned and due within so many days. */
function isRipe(item: ListedItem, today: Day, days: number): boolean {
	return item.state !== 'planned' || item.dates.due === null || daysBetween(today, item.dates.due) <= days;
}

/** What reviewers and verifiers do; whether one can is asked of their queue. */
const SIGNED: readonly string[] = ['review', 'verify'];

/**
 * What waits for this actor: the latest first, then what lies longest. Plans for later do not wait yet. `toSign`: ids
 * of what waits for their signature.
 */
export function ballOf(
	items: readonly ListedItem[],
	today: Day,
	days: number,
	toSign: ReadonlySet<string>
): ListedItem[] {
	const isHeld = ({ mine, holder }: ListedItem) => mine && !SIGNED.includes(holder?.awaits ?? '');
	return items
		.filter((item) => toSign.has(item.id) || (isHeld(item) && isRipe(item, today, days)))
		.sort(
			(a, b) => byLateness(a.dates, b.dates) || (b.holderDays ?? 0) - (a.holderDays ?? 0) || byCode(a, b)
		);
}

/** Past the agreed day, or past the contract whatever was agreed. */
export function lateOf(items: readonly ListedItem[]): ListedItem[] {
	return items
		.filter(({ dates }) => isOverdue(dates))
		.sort((a, b) => byLateness(a.dates, b.dates) || byCode(a, b));
}

/** Open items due within some days, and those whose forecast lies after their due day, the nearest first. */
export function dueWithin(items: readonly ListedItem[], today: Day, days: number): ListedItem[] {
	return items
		.filter((item) => {
			const { due, doneOn, state } = item.dates;
			if (due === null || doneOn !== null || state === 'ended' || due < today) return false;
			return daysBetween(today, due) <= days;
		})
		.sort((a, b) => (a.dates.due ?? '').localeCompare(b.dates.due ?? '') || byCode(a, b));
}

export interface PartnerRow {
	organisationId: string;
	/** Items it leads that are neither done nor ended. */
	open: number;
	late: number;
	/** Items it has to do something about now. */
	holds: number;
	next: ListedItem | null;
}

/** What each organisation leads, holds and is late with. */
export function partnerRows(
	items: readonly ListedItem[],
	organisationIds: readonly string[],
	today: Day,
	days: number
): PartnerRow[] {
	return organisationIds.map((organisationId) => {
		const open = items.filter(
			(item) =>
				item.leadOrganisationId === organisationId &&
				item.dates.doneOn === null &&
				item.dates.state !== 'ended'
		);
		const dated = open.filter((item) => item.dates.due !== null);
		dated.sort((a, b) => (a.dates.due ?? '').localeCompare(b.dates.due ?? '') || byCode(a, b));
		return {
			organisationId,
			open: open.length,
			late: open.filter(({ dates }) => isOverdue(dates)).length,
			holds: items.filter(
				(item) => item.holder?.organisationId === organisationId && isRipe(item, today, days)
			).length,
			next: dated[0] ?? null
		};
	});
}

function byCode(a: ListedItem, b: ListedItem): number {
	return a.position - b.position || a.code.localeCompare(b.code);
}
