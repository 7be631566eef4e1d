import type { Db } from '#db/schema.ts';
import { linkResult, type LinkAnswer, type LinkResult } from '#lib/domain/outreach/link-checks.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { appendAudit, recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { listAddresses } from '#lib/server/queries/list-addresses.ts';

export interface Checked {
	code: string;
	url: string;
	result: LinkResult;
}

/**
 * Looks at every address of the log of one project, one after the other, and keeps what each answered with its date and
 * hash. The program itself acts. Nothing is asked inside a transaction.
 */
export async function checkLinks(
	db: Db,
	projectId: string,
	ask: (url: string) => Promise<LinkAnswer>,
	clock: () => Date
): Promise<Checked[]> {
	const checked: Checked[] = [];
	for (const address of await listAddresses(db, projectId))
		checked.push(
			await keepAnswer(db, projectId, { address, answer: await ask(address.url), by: null }, clock())
		);
	return checked;
}

interface Answered {
	address: { id: string; code: string; url: string; previous: string | null };
	answer: LinkAnswer;
	/** Who looked; null: the program itself. */
	by: Actor | null;
}

/** Keeps what an address answered, with its day and hash. */
export function keepAnswer(
	db: Db,
	projectId: string,
	{ address, answer, by }: Answered,
	now: Date
): Promise<Checked> {
	const { id: outreachId, code, url, previous } = address;
	const result = linkResult(answer, previous);
	const status = 'status' in answer ? answer.status : null;
	const sha256 = answer.kind === 'body' ? answer.sha256 : null;
	return db.transaction().execute(async (db) => {
		await db
			.insertInto('linkCheck')
			.values({
				id: newId(),
				projectId,
				outreachId,
				url,
				checkedAt: now.toISOString(),
				result,
				status,
				sha256,
				size: answer.kind === 'body' ? answer.size : null,
				note: 'note' in answer ? answer.note : ''
			})
			.execute();
		const act = 'outreach:check-link';
		const record = { type: 'outreach', id: outreachId, label: code };
		const details = { url, result, status, sha256 };
		if (by) await recordAudit(db, by, act, record, now, details);
		else await appendAudit(db, { chain: projectId, actor: PROGRAM, act, record, details }, now);
		return { code, url, result };
	});
}

const PROGRAM = { personId: null, name: 'Check of links', organisationId: null };
