import type { Db } from '#db/schema.ts';
import { fold } from '#lib/domain/fold.ts';
import { workersOf } from '#lib/domain/mail/addressees.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { BegunRow } from '#lib/server/commands/import-entries/apply-row.ts';
import type { KnownEntries } from '#lib/server/commands/import-entries/find-known-entries.ts';
import { queueMails } from '#lib/server/commands/queue-mail.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { importedMail } from '#lib/text/mail/imported.ts';

/** Who works for the owner of new entries reads of them in one mail, however many they are; nobody of their own import. */
export async function tellOwners(
	db: Db,
	actor: Actor,
	begun: readonly BegunRow[],
	{ owners }: Pick<KnownEntries, 'owners'>,
	fileName: string,
	now: Date
): Promise<void> {
	const { projectId, personId: from } = actor;
	const made = begun.filter(({ shown }) => shown.fate === 'create');
	const byOwner = [...Map.groupBy(made, ({ row }) => owners.get(fold(row.owner)))];
	const others = byOwner.filter(([owner]) => owner && owner.id !== actor.organisationId);
	if (others.length === 0) return;
	const people = await listAddressees(db, projectId, await findToday(db, projectId, now));
	const mails = others.flatMap(([owner, rows]) =>
		owner
			? [
					{
						...importedMail(
							actor,
							rows.flatMap(({ shown }) => shown.code ?? []),
							fileName
						),
						projectId,
						to: workersOf(owner.id, people),
						from,
						path: `catalogue?organisation=${encodeURIComponent(owner.code)}`
					}
				]
			: []
	);
	await queueMails(db, mails, now);
}
