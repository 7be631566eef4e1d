import type { AddPoint } from '#lib/schemas/meetings/agenda.ts';
import type { PlanMeeting } from '#lib/schemas/meetings/meetings.ts';
import { addAgendaItem, proposeAgendaItem } from '#lib/server/commands/add-agenda-item.ts';
import { answerInvitation } from '#lib/server/commands/answer-invitation.ts';
import { inviteAll, inviteGuest, invitePersonToMeeting } from '#lib/server/commands/invite-to-meeting.ts';
import { linkAgendaRecord } from '#lib/server/commands/link-agenda-record.ts';
import { planMeeting } from '#lib/server/commands/plan-meeting.ts';
import { recordAttendance } from '#lib/server/commands/record-attendance.ts';
import { takeMeetingStep } from '#lib/server/commands/take-meeting-step.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';

export interface SampleMeeting extends Pick<
	PlanMeeting,
	'title' | 'kind' | 'mode' | 'place' | 'link' | 'summary' | 'days'
> {
	/** Title of a series; a new one where there is none of this title. */
	series: string;
	timeZone: string;
	host: string;
	chair: string;
	secretary: string;
	workPackages: readonly number[];
}

/** Plans a meeting, marked as sample data; `slug` is the address it must come out with. */
export const plan =
	(slug: string, meeting: SampleMeeting): Act =>
	async (stage) => {
		const { db, actor, now, person, organisations } = stage;
		const { series, host, chair, secretary, workPackages, ...rest } = meeting;
		const { projectId } = actor;
		const known = await db
			.selectFrom('meetingSeries')
			.select('id')
			.where('projectId', '=', projectId)
			.where('title', '=', series)
			.executeTakeFirst();
		const packages = await db
			.selectFrom('workPackage')
			.select('id')
			.where('projectId', '=', projectId)
			.where('number', 'in', workPackages)
			.orderBy('number')
			.execute();
		const made = await planMeeting(
			db,
			actor,
			{
				...rest,
				seriesId: known?.id ?? null,
				newSeries: known ? '' : series,
				country: null,
				hostOrganisationId: organisations.find(({ code }) => code === host)?.id ?? null,
				chairId: person(chair),
				secretaryId: person(secretary),
				workPackageIds: packages.map(({ id }) => id),
				level: 'PU',
				origin: 'sample'
			},
			now
		);
		if (made.slug !== slug) throw new Error(`${slug} came out as ${made.slug}`);
		await db
			.updateTable('meetingSeries')
			.set({ origin: 'sample' })
			.where('projectId', '=', projectId)
			.where('title', '=', known ? '' : series)
			.execute();
	};

/** A meeting of the public record gets sample people to lead it, who sign its sample minutes. */
export const lead =
	(slug: string, chair: string, secretary: string): Act =>
	async ({ db, actor, person }) => {
		await db
			.updateTable('meeting')
			.set({ chairId: person(chair), secretaryId: person(secretary) })
			.where('projectId', '=', actor.projectId)
			.where('slug', '=', slug)
			.execute();
	};

export async function meetingId({ db, actor }: Stage, slug: string): Promise<string> {
	const found = await db
		.selectFrom('meeting')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('slug', '=', slug)
		.executeTakeFirstOrThrow();
	return found.id;
}

export async function pointId(stage: Stage, slug: string, title: string): Promise<string> {
	const found = await stage.db
		.selectFrom('agendaItem')
		.select('id')
		.where('meetingId', '=', await meetingId(stage, slug))
		.where('title', '=', title)
		.executeTakeFirst();
	if (!found) throw new Error(`${slug} has no point “${title}”`);
	return found.id;
}

type Point = Partial<AddPoint> & { title: string; presenter?: string; about?: readonly string[] };

/** A point of the agenda with the records it is about. */
export const point =
	(slug: string, { presenter, about = [], ...given }: Point): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { id } = await addAgendaItem(db, actor, await pointOf(stage, slug, given, presenter), now);
		for (const code of about)
			await linkAgendaRecord(db, actor, { meetingId: await meetingId(stage, slug), pointId: id, code }, now);
	};

export const propose =
	(slug: string, title: string, description: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await proposeAgendaItem(db, actor, await pointOf(stage, slug, { title, description }), now);
	};

async function pointOf(stage: Stage, slug: string, given: Point, presenter?: string) {
	return {
		meetingId: await meetingId(stage, slug),
		description: '',
		day: null,
		section: '',
		track: '',
		startsAt: null,
		minutes: null,
		presenterName: '',
		...given,
		presenterId: presenter === undefined ? null : stage.person(presenter),
		origin: 'sample' as const
	};
}

export const inviteEverybody =
	(slug: string): Act =>
	async (stage) =>
		inviteAll(stage.db, stage.actor, { meetingId: await meetingId(stage, slug) }, stage.now);

export const invitePeople =
	(slug: string, ...keys: readonly string[]): Act =>
	async (stage) => {
		const id = await meetingId(stage, slug);
		for (const key of keys) {
			const invited = { meetingId: id, personId: stage.person(key) };
			await invitePersonToMeeting(stage.db, stage.actor, invited, stage.now);
		}
	};

export const inviteOutsider =
	(slug: string, guestName: string, guestOrganisation: string): Act =>
	async (stage) => {
		const guest = { meetingId: await meetingId(stage, slug), guestName, guestOrganisation };
		await inviteGuest(stage.db, stage.actor, guest, stage.now);
	};

type Event = 'invite' | 'start' | 'end' | 'close' | 'cancel';

export const meetingStep =
	(slug: string, event: Event, reason = ''): Act =>
	async (stage) => {
		const input = { meetingId: await meetingId(stage, slug), event, reason };
		await takeMeetingStep(stage.db, stage.actor, input, stage.now);
	};

/** Answers for the acting person, or for the row of their organisation. */
export const rsvp =
	(slug: string, answer: 'yes' | 'no' | 'maybe'): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const own = await db
			.selectFrom('meetingInvitee')
			.select('id')
			.where('meetingId', '=', await meetingId(stage, slug))
			.where('organisationId', '=', actor.organisationId)
			.where((eb) => eb.or([eb('personId', '=', actor.personId), eb('personId', 'is', null)]))
			.orderBy('personId', 'desc')
			.executeTakeFirstOrThrow();
		await answerInvitation(db, actor, { inviteeId: own.id, answer }, now);
	};

/** Everybody came in the same way, but for those named by the code of their organisation. */
export const attended =
	(slug: string, way: 'in-person' | 'remote', ...absent: readonly string[]): Act =>
	async (stage) => {
		const { db, actor, now, organisations } = stage;
		const id = await meetingId(stage, slug);
		const rows = await db
			.selectFrom('meetingInvitee')
			.select(['id', 'organisationId', 'attendance', 'representedById'])
			.where('meetingId', '=', id)
			.where('removedAt', 'is', null)
			.orderBy('id')
			.execute();
		const away = organisations.filter(({ code }) => absent.includes(code)).map((one) => one.id);
		await recordAttendance(
			db,
			actor,
			{
				meetingId: id,
				rows: rows.map(({ id: inviteeId, organisationId, attendance, representedById }) => ({
					inviteeId,
					was: { attendance, representedById },
					now: {
						attendance: away.some((one) => one === organisationId) ? ('absent' as const) : way,
						representedById: null
					}
				}))
			},
			now
		);
	};
