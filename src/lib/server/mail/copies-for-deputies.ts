import type { Db } from '#db/schema.ts';
import { LENT_BECAUSE, type MailBecause } from '#lib/domain/mail/kinds.ts';
import { listStandIns } from '#lib/server/queries/list-stand-ins.ts';
import { standInBody } from '#lib/text/mail/stand-in.ts';

interface Told {
	projectId: string | null;
	because: MailBecause;
	body: string;
	from?: string;
}

/** What a copy has of its own: one for each who stands in for somebody told, and neither did it nor is told anyhow. */
export async function copiesForDeputies(
	db: Db,
	{ projectId, because, body, from }: Told,
	told: readonly string[],
	now: Date
): Promise<{ toPersonId: string; because: MailBecause; body: string }[]> {
	if (projectId === null || !LENT_BECAUSE.includes(because)) return [];
	const standIns = await listStandIns(db, projectId, told, now);
	return [...Map.groupBy(standIns, ({ deputyId }) => deputyId)]
		.filter(([deputyId]) => deputyId !== from && !told.includes(deputyId))
		.map(([toPersonId, own]) => ({
			toPersonId,
			because: 'standing-in',
			body: standInBody(body, own)
		}));
}
