import type { Db } from '#db/schema.ts';
import { LENT_BECAUSE, type MailBecause } from '#lib/domain/mail/kinds.ts';
import { listStandIns } from '#lib/server/queries/list-stand-ins.ts';
import { standInBody } from '#lib/text/mail/stand-in.ts';

interface Told {
	projectId: string | null;
	because: MailBecause;
	body: string;
	to: readonly string[];
	from?: string;
}

type StandIn = Awaited<ReturnType<typeof listStandIns>>[number];
type Copy = { toPersonId: string; because: MailBecause; body: string };

/** What copies have of their own: one for each who stands in for somebody told, and neither did it nor is told anyhow. */
export async function copiesForDeputies(
	db: Db,
	mails: readonly Told[],
	now: Date
): Promise<(mail: Told) => Copy[]> {
	const lent = mails.filter(({ because }) => LENT_BECAUSE.includes(because));
	const standIns: StandIn[] = [];
	for (const [projectId, own] of Map.groupBy(lent, (mail) => mail.projectId)) {
		const personIds = [...new Set(own.flatMap(({ to }) => to))];
		if (projectId !== null) standIns.push(...(await listStandIns(db, projectId, { personIds }, now)));
	}
	return (mail) => (LENT_BECAUSE.includes(mail.because) ? copiesOf(mail, standIns) : []);
}

function copiesOf({ projectId, to, from, body }: Told, standIns: readonly StandIn[]): Copy[] {
	const theirs = standIns.filter((one) => one.projectId === projectId && to.includes(one.personId));
	return [...Map.groupBy(theirs, ({ deputyId }) => deputyId)]
		.filter(([deputyId]) => deputyId !== from && !to.includes(deputyId))
		.map(([toPersonId, own]) => ({ toPersonId, because: 'standing-in', body: standInBody(body, own) }));
}
