import type { Db } from '#db/schema.ts';
import { linkResult, type LinkAnswer, type LinkResult } from '#lib/domain/outreach/link-checks.ts';
import { appendAudit } from '#lib/server/audit.ts';
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
	for (const { id, code, url, previous } of await listAddresses(db, projectId)) {
		const answer = await ask(url);
		const result = linkResult(answer, previous);
		const row = { id: newId(), projectId, outreachId: id, url, ...toldBy(answer), result };
		await keep(db, { ...row, checkedAt: clock().toISOString() }, code);
		checked.push({ code, url, result });
	}
	return checked;
}

function toldBy(answer: LinkAnswer) {
	return {
		status: 'status' in answer ? answer.status : null,
		sha256: answer.kind === 'body' ? answer.sha256 : null,
		size: answer.kind === 'body' ? answer.size : null,
		note: 'note' in answer ? answer.note : ''
	};
}

interface Kept {
	id: string;
	projectId: string;
	outreachId: string;
	url: string;
	checkedAt: string;
	result: LinkResult;
	status: number | null;
	sha256: string | null;
	size: number | null;
	note: string;
}

function keep(db: Db, check: Kept, code: string): Promise<void> {
	return db.transaction().execute(async (db) => {
		await db.insertInto('linkCheck').values(check).execute();
		const { url, result, status, sha256, projectId: chain } = check;
		await appendAudit(
			db,
			{
				chain,
				actor: { personId: null, name: 'Check of links', organisationId: null },
				act: 'outreach:check-link',
				record: { type: 'outreach', id: check.outreachId, label: code },
				details: { url, result, status, sha256 }
			},
			new Date(check.checkedAt)
		);
	});
}
