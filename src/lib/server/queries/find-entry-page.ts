import type { Db } from '#db/schema.ts';
import { can, mayAlways } from '#lib/domain/can.ts';
import { editBlocks } from '#lib/domain/catalogue/entry-edits.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findCatalogueSettings } from './find-catalogue-settings.ts';
import { findEntryFacts } from './find-entry-facts.ts';

/** An entry as its page begins: what everybody who may read it sees. `found` goes on to what each section asks for. */
export async function findEntryPage(db: Db, actor: Actor, code: string) {
	const found = await findEntryFacts(db, actor.projectId, { code });
	if (!found || !can(actor, 'entry:read', found.subject).ok) return undefined;
	const { item, entry, facts, subject } = found;
	const { version, themes } = await findCatalogueSettings(db, actor.projectId);
	const isLocked = editBlocks(item.state, entry).length > 0;
	return {
		found,
		version,
		entry: {
			id: item.id,
			code: item.code,
			title: item.title,
			state: item.state,
			stateSinceAt: item.stateSinceAt,
			agreedOn: item.agreedOn,
			origin: item.origin,
			owner: { id: item.leadOrganisationId, acronym: item.leadAcronym, country: item.leadCountry },
			workPackageId: item.workPackageId,
			publicSince: entry.publicSince,
			heldReason: entry.heldReason,
			heldUntilOn: entry.heldUntilOn,
			endedReason: entry.endedReason,
			mergedIntoItemId: entry.mergedIntoItemId,
			bodies: facts.bodies,
			content: facts.content
		},
		themes,
		/** Inside the consortium; others see what is published, and nothing of the work on it. */
		isInside: mayAlways(actor, 'catalogue:read'),
		mayEdit: can(actor, 'entry:edit', subject).ok && !isLocked
	};
}

export type EntryPage = NonNullable<Awaited<ReturnType<typeof findEntryPage>>>;
