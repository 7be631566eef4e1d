import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Entry } from '#db/schema/catalogue.ts';
import { canonicalJson } from '#lib/domain/catalogue/canonical.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { newId } from '#lib/server/ids.ts';
import { anItem, type GivenItem } from './an-item.ts';
import { next, NOW } from './a-project.ts';
import { anOrganisation } from './an-organisation.ts';

type Given = GivenItem & { entry?: Partial<Omit<Insertable<Entry>, 'itemId'>>; content?: EntryContent };

/** An idea of an organisation of its own, with the elements given. */
export async function anEntry(db: Db, { entry = {}, content = {}, ...given }: Given) {
	const { projectId } = given;
	const leadOrganisationId = given.leadOrganisationId ?? (await anOrganisation(db, { projectId })).id;
	const code = given.code ?? `MC-TEST-${next()}`;
	const item = await anItem(db, 'entry', { state: 'idea', ...given, code, leadOrganisationId });
	const row = {
		itemId: item.id,
		authorId: null,
		ects: null,
		publicSince: null,
		heldFrom: null,
		heldUntilOn: null,
		heldReason: null,
		mergedIntoItemId: null,
		endedReason: null,
		...entry
	};
	await db.insertInto('entry').values(row).execute();
	await db
		.insertInto('entryStep')
		.values({
			id: newId(),
			projectId,
			itemId: item.id,
			number: 1,
			state: item.state,
			how: 'created',
			note: '',
			record: '{}',
			takenBy: null,
			organisationId: leadOrganisationId,
			enteredAt: NOW.toISOString(),
			leftAt: null
		})
		.execute();
	for (const [element, held] of Object.entries(content)) {
		if (!held) continue;
		await db
			.insertInto('entryElement')
			.values({
				itemId: item.id,
				element,
				version: 1,
				standing: held.standing,
				value: held.standing === 'value' ? canonicalJson(held.value) : 'null',
				reason: held.standing === 'value' ? '' : held.reason,
				setBy: null,
				organisationId: leadOrganisationId,
				setAt: NOW.toISOString(),
				untilAt: null
			})
			.execute();
	}
	return { ...item, entry: row };
}
