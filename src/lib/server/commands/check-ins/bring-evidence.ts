import type { Db } from '#db/schema.ts';
import { takesEvidence } from '#lib/domain/check-ins/lines.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { PHOTO, type WriteCheckIn } from '#lib/schemas/check-ins.ts';
import { insertFileEvidence, insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { newId } from '#lib/server/ids.ts';
import { listBrought, listLines } from '#lib/server/queries/check-ins/find-check-in.ts';
import type { ListedRecord } from '#lib/server/queries/check-ins/list-records.ts';
import type { CheckInRow } from './take-check-in.ts';

interface Brought {
	recordId: string;
	file: ReceivedFile | null;
	link: string;
}

/** Files and links that came with the form, each with the record it is for. Others are not asked for, and left. */
export function broughtWith(
	input: WriteCheckIn,
	files: readonly ReceivedFile[],
	records: readonly ListedRecord[]
): Brought[] {
	const asked = new Set(records.filter(({ kind }) => takesEvidence(kind)).map(({ recordId }) => recordId));
	return [
		...files
			.filter(({ field }) => field.startsWith(PHOTO))
			.map((file) => ({ recordId: file.field.slice(PHOTO.length), file, link: '' })),
		...input.lines
			.filter(({ link }) => link !== '')
			.map(({ recordId, link }) => ({ recordId, file: null, link }))
	].filter(({ recordId }) => asked.has(recordId));
}

/** Makes evidence of what was brought. The same file or address for the same record comes only once. */
export async function bringEvidence(
	db: Db,
	actor: Actor,
	row: CheckInRow,
	brought: readonly Brought[],
	now: Date
): Promise<string[]> {
	if (brought.length === 0) return [];
	const lines = new Map((await listLines(db, row.id)).map(({ recordId, id }) => [recordId, id]));
	const known = await listBrought(db, row.id);
	const names: string[] = [];
	for (const { recordId, file, link } of brought) {
		const lineId = lines.get(recordId) ?? null;
		const isThere = known.some(
			(one) => one.lineId === lineId && (file ? one.sha256 === file.sha256 : one.url === link)
		);
		if (isThere) continue;
		const evidenceId = file
			? await insertFileEvidence(db, actor, file, { level: 'SEN' }, now)
			: await insertLinkEvidence(db, actor, { url: link, name: '', level: 'PU' }, now);
		await db
			.insertInto('checkInEvidence')
			.values({
				id: newId(),
				projectId: row.projectId,
				checkInId: row.id,
				lineId,
				evidenceId,
				useId: null,
				addedBy: actor.personId,
				addedAt: now.toISOString(),
				removedAt: null
			})
			.execute();
		names.push(file ? file.name : link);
	}
	return names;
}

/** Takes a piece away again that proves nothing yet; what was sent before stays. */
export async function dropEvidence(db: Db, row: CheckInRow, id: string, now: Date): Promise<void> {
	await db
		.updateTable('checkInEvidence')
		.set({ removedAt: now.toISOString() })
		.where('id', '=', id)
		.where('checkInId', '=', row.id)
		.where('useId', 'is', null)
		.execute();
}
