import type { Db } from '#db/schema.ts';
import { isReported } from '#lib/domain/check-ins/standing.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import {
	checkInOccasions,
	itemOccasions,
	mondayOf,
	reviewOccasions,
	type Occasion,
	type OpenCheckIn
} from '#lib/domain/mail/occasions.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { listAsked } from '#lib/server/queries/check-ins/list-asked.ts';
import { listPeriods } from '#lib/server/queries/check-ins/list-periods.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { auditHeadMail, occasionMail } from '#lib/text/mail/occasions.ts';
import { listOpenActions, listOpenPlan, listOpenReviews } from './list-open-items.ts';
import { listOpenDuties, listOpenMeasures } from './list-own-duties.ts';
import { tellMinutesToApprove } from './tell-minutes-to-approve.ts';

/** Older periods than the last two have no news: their due days are long over. */
const PERIODS_IN_TALK = 2;

/** Queues what the passing of days has to tell in every project. Done twice it queues nothing twice. */
export async function tellOccasions(db: Db, now: Date): Promise<void> {
	const projects = await db
		.selectFrom('project')
		.select(['id', 'acronym', 'timeZone'])
		.orderBy('id')
		.execute();
	for (const project of projects)
		await db.transaction().execute(async (db) => {
			const today = dayIn(project.timeZone, now);
			for (const occasion of await listOccasions(db, project, today))
				await queueMail(db, mailOf(project.id, occasion), now);
			await tellMinutesToApprove(db, project.id, today, now);
			await tellAuditHead(db, project, today, now);
		});
}

interface Project {
	id: string;
	acronym: string;
	timeZone: string;
}

async function listOccasions(db: Db, { id, timeZone }: Project, today: Day): Promise<Occasion[]> {
	const { plan } = await findQualityPlan(db, id);
	const people = await listAddressees(db, id, today);
	const items = [
		...(await listOpenPlan(db, id)),
		...(await listOpenActions(db, id, { plan, today, timeZone })),
		...(await listOpenDuties(db, id)),
		...(await listOpenMeasures(db, id))
	];
	return [
		...itemOccasions(items, people, today),
		...reviewOccasions(await listOpenReviews(db, id), today),
		...checkInOccasions(await listOpenCheckIns(db, id, plan, today), people, today)
	];
}

function mailOf(projectId: string, occasion: Occasion): Parameters<typeof queueMail>[1] {
	const { kind, key, because } = occasion;
	const common = { projectId, kind, because, to: occasion.to, occasion: key, ...occasionMail(occasion) };
	if (!('item' in occasion)) {
		const { startsOn } = occasion.checkIn;
		return {
			...common,
			about: { type: 'check-in', id: startsOn, label: `Check-in ${startsOn}` },
			path: `check-in/${startsOn}`
		};
	}
	const { id, kind: type, code, title, path } = occasion.item;
	return { ...common, about: { type, id, label: `${code} ${title}` }, path };
}

/** Organisations that are asked and have not answered, in the periods that nobody has locked. */
async function listOpenCheckIns(
	db: Db,
	projectId: string,
	plan: QualityPlan,
	today: Day
): Promise<OpenCheckIn[]> {
	const periods = await listPeriods(db, projectId, plan, today);
	const open = periods.slice(-PERIODS_IN_TALK).filter((one) => one.lockedAt === null);
	const found: OpenCheckIn[] = [];
	for (const { id, startsOn, endsOn, opensOn, dueOn } of open)
		for (const one of await listAsked(db, projectId, id))
			if (!isReported(one.state === null ? undefined : { state: one.state }))
				found.push({ organisationId: one.id, startsOn, endsOn, opensOn, dueOn });
	return found;
}

/** Once a week, so that an end that was cut off is found out by whoever kept the mail (domain.md 5, idea 17). */
async function tellAuditHead(db: Db, project: Project, today: Day, now: Date): Promise<void> {
	const head = await db
		.selectFrom('auditHead')
		.select(['sequence', 'hash'])
		.where('chain', '=', project.id)
		.executeTakeFirst();
	if (!head) return;
	const { coordinators, qaLeads } = await findDeciders(db, project.id, today);
	const to = [...coordinators, ...qaLeads].map((one) => one.personId);
	const occasion = `audit-head:${project.id}:${mondayOf(today)}`;
	const about = { type: 'audit', id: project.id, label: 'Audit trail' };
	const mail = {
		kind: 'audit-head',
		because: 'qa-lead',
		path: 'audit',
		...auditHeadMail(project.acronym, head)
	} as const;
	await queueMail(db, { projectId: project.id, to, about, occasion, ...mail }, now);
}
