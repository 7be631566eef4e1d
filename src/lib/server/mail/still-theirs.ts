import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import { READ_USE } from '#lib/domain/evidence-access.ts';
import { ITEM_KINDS, type ItemKind } from '#lib/domain/items.ts';
import type { MailKind } from '#lib/domain/mail/kinds.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMembership } from '#lib/server/http/context.ts';
import { listItemSubjects, type ItemSubject } from '#lib/server/queries/list-item-subjects.ts';
import { listStandIns } from '#lib/server/queries/list-stand-ins.ts';
import type { FoundLetter, FoundNotice } from './find-letter.ts';

/** What it takes to read what a mail is about, where that is no item: by its kind, else by the record. */
const READS: Partial<Record<MailKind, Permission>> = {
	'minutes-circulated': 'minutes:read',
	'minutes-objected': 'minutes:read',
	'minutes-approved': 'minutes:read',
	'check-in-opened': 'check-in:read',
	'check-in-late': 'check-in:read',
	'check-in-reminder': 'check-in:read',
	'audit-head': 'audit:read'
};
const READS_RECORD: ReadonlyMap<string | null, Permission> = new Map([
	['meeting', 'meeting:read'],
	['check-in', 'check-in:read'],
	['risk', 'risk:read'],
	['indicator', 'indicator:read'],
	['institution', 'catalogue:read']
]);

/**
 * Those notices of a letter that its reader may still be told: a role or a membership may have ended since they were
 * queued, and a digest waits until the morning. The copy of a deputy is theirs as long as it is of whom they stand in for.
 */
export async function listStillTheirs(
	db: Db,
	reader: Pick<FoundLetter, 'personId' | 'name'>,
	notices: readonly FoundNotice[],
	now: Date
): Promise<FoundNotice[]> {
	const theirs = new Set<FoundNotice>();
	for (const [slug, own] of Map.groupBy(notices, (one) => one.slug)) {
		const actor = slug === null ? null : ((await findMembership(db, slug, reader, now))?.actor ?? undefined);
		const items = actor ? await listItemSubjects(db, actor.projectId, aboutItems(own)) : [];
		const lenders = actor && own.some(isCopy) ? await listLenders(db, slug, actor, now) : [];
		for (const one of own) {
			const readers = actor ? [actor, ...(isCopy(one) ? lenders : [])] : [];
			if (actor === null || readers.some((reader) => mayBeTold(reader, one, items))) theirs.add(one);
		}
	}
	return notices.filter((one) => theirs.has(one));
}

function isCopy({ because }: FoundNotice): boolean {
	return because === 'standing-in';
}

/** Those for whom a member stands in today. */
async function listLenders(db: Db, slug: string | null, deputy: Actor, now: Date): Promise<Actor[]> {
	const { projectId, personId: deputyId } = deputy;
	const lenders: Actor[] = [];
	for (const lender of await listStandIns(db, projectId, { deputyId }, now)) {
		const found = slug === null ? undefined : await findMembership(db, slug, lender, now);
		if (found?.actor.organisationId === deputy.organisationId) lenders.push(found.actor);
	}
	return lenders;
}

function aboutItems(notices: readonly FoundNotice[]): string[] {
	return notices.flatMap(({ aboutType, aboutId }) => (kindOf(aboutType) && aboutId ? [aboutId] : []));
}

function mayBeTold(actor: Actor, { kind, aboutType, aboutId }: FoundNotice, items: readonly ItemSubject[]) {
	const item = items.find(({ itemId }) => itemId === aboutId);
	if (item) return can(actor, READ_USE[item.kind], item).ok;
	const itemKind = kindOf(aboutType);
	const permission = itemKind ? READ_USE[itemKind] : (READS[kind] ?? READS_RECORD.get(aboutType));
	return permission === undefined || mayEver(actor, permission);
}

function kindOf(aboutType: string | null): ItemKind | undefined {
	return ITEM_KINDS.find((kind) => kind === aboutType);
}
