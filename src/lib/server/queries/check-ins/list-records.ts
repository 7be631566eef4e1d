import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { UNFILTERED } from '#lib/domain/catalogue/matrix-filter.ts';
import { LINE_KINDS, type LineKind } from '#lib/domain/check-ins/check-ins.ts';
import { answersFor, type AskedRecord } from '#lib/domain/check-ins/lines.ts';
import type { Day } from '#lib/domain/days.ts';
import { countingState } from '#lib/domain/meetings/action-facts.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { factsOf, selectActions } from '#lib/server/queries/find-action-facts.ts';
import { findFrame, versionIdsIn, type Frame } from '#lib/server/queries/find-frame.ts';
import { listDueTargetsOnce } from '#lib/server/queries/list-due-targets.ts';
import { DUE, owedCells } from '#lib/server/queries/owed-cells.ts';

interface Of {
	projectId: string;
	organisationId: string;
	/** Who is at it: only the owner of an action may move or claim it, and nobody in their place. */
	personId: string;
	actingFor?: object;
}

interface Context {
	plan: QualityPlan;
	today: Day;
	/** Where it was read already. */
	frame?: Frame;
}

/** A record as asked, with what the page says of it beside. */
export interface ListedRecord extends AskedRecord {
	state: string;
	/** Owner of an action, reviewer of a review. */
	person: string | null;
	/** Fields of an entry that are owed. */
	count: number;
	href: string;
}

/** Everything that one organisation is asked about in a check-in, and nothing of others. Four queries. */
export async function listRecords(db: Db, of: Of, context: Context): Promise<ListedRecord[]> {
	const records = [
		...(await listPlanned(db, of)),
		...(await listOwnActions(db, of, context)),
		...(await listOwedEntries(db, of, context))
	];
	return LINE_KINDS.flatMap((kind) => records.filter((record) => record.kind === kind));
}

const OVER = {
	deliverable: ['submitted', 'accepted', 'withdrawn', 'merged'],
	milestone: ['verified', 'declared', 'not-achieved', 'replaced', 'deferred']
} as const;

/** Deliverables, milestones, reviews and risks, in one question. */
async function listPlanned(db: Db, { projectId, organisationId }: Of): Promise<ListedRecord[]> {
	const items = db
		.selectFrom('item')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.select(['item.id', 'item.code', 'item.title', 'item.state', 'item.workPackageId', 'item.position'])
		.select((eb) => [
			sql<string>`item.kind`.as('kind'),
			eb.fn.coalesce('item.agreedOn', 'item.contractualOn').as('dueOn'),
			'item.forecastOn',
			'deliverable.submittedOn',
			sql<string | null>`null`.as('person')
		])
		.where('item.projectId', '=', projectId)
		.where('item.leadOrganisationId', '=', organisationId)
		.where('item.kind', 'in', ['deliverable', 'milestone'])
		.where('item.state', 'not in', [...OVER.deliverable, ...OVER.milestone]);
	const rows = await items
		.unionAll(selectReviews(db, projectId, organisationId))
		.unionAll(selectRisks(db, projectId, organisationId))
		.orderBy('dueOn', (order) => order.asc().nullsLast())
		.orderBy('position')
		.orderBy('code')
		.orderBy('id')
		.execute();
	return rows.flatMap((row): ListedRecord[] => {
		const { kind } = row;
		if (!isLineKind(kind)) return [];
		// What went to the funder once keeps its dates.
		const answers = answersFor(kind).filter((one) => one !== 'new-forecast' || row.submittedOn === null);
		const { dueOn, forecastOn, person } = row;
		return [{ ...plain(row, kind), dueOn, forecastOn, person, answers, href: hrefOf(kind, row.code) }];
	});
}

async function listOwnActions(db: Db, of: Of, { plan, today }: Context): Promise<ListedRecord[]> {
	const rows = await selectActions(db, of.projectId)
		.where('item.leadOrganisationId', '=', of.organisationId)
		.where('item.state', 'in', ['open', 'accepted', 'in-progress', 'blocked'])
		.orderBy('item.agreedOn')
		.orderBy('item.position')
		.execute();
	return rows.map((row) => {
		const state = countingState(factsOf(row), today, plan);
		const isOwner = of.actingFor === undefined && row.ownerId === of.personId;
		return {
			...plain(row, 'action'),
			state,
			dueOn: row.agreedOn,
			forecastOn: row.forecastOn,
			answers: answersFor('action', { isOwner, state }),
			person: row.ownerName,
			href: `actions/${row.code}`
		};
	});
}

async function listOwedEntries(db: Db, of: Of, context: Context): Promise<ListedRecord[]> {
	const { today } = context;
	const frame = context.frame ?? (await findFrame(db, of.projectId));
	const when = { day: today, at: null };
	const dueTargets = await listDueTargetsOnce(db, of, frame.algorithm, when);
	const moment = { versionIds: versionIdsIn(frame, today), at: null, dueTargets };
	const rows = await owedCells(db, of.projectId, UNFILTERED, moment)
		.select((eb) => ['e.id', 'e.code', 'e.title', 'e.state', eb.fn.countAll<number>().as('count')])
		.select((eb) => eb.fn.min(DUE).as('dueOn'))
		.where((eb) => eb(eb.fn.coalesce('duty.organisationId', 'e.ownerId'), '=', of.organisationId))
		.groupBy(['e.id', 'e.code', 'e.title', 'e.state', 'e.position'])
		.orderBy('e.position')
		.orderBy('e.code')
		.execute();
	return rows.map((row) => ({
		...plain({ ...row, workPackageId: null }, 'entry'),
		dueOn: row.dueOn,
		count: Number(row.count),
		href: `catalogue/${row.code}/edit`
	}));
}

function selectReviews(db: Db, projectId: string, organisationId: string) {
	return db
		.selectFrom('reviewAssignment as assignment')
		.innerJoin('item', 'item.id', 'assignment.itemId')
		.innerJoin('reviewRound as round', (join) =>
			join.onRef('round.itemId', '=', 'item.id').on('round.closedAt', 'is', null)
		)
		.innerJoin('person', 'person.id', 'assignment.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'assignment.personId')
				.onRef('membership.projectId', '=', 'assignment.projectId')
				.on('membership.toOn', 'is', null)
		)
		.leftJoin('signature', (join) =>
			join.onRef('signature.roundId', '=', 'round.id').onRef('signature.personId', '=', 'assignment.personId')
		)
		.select(['assignment.id', 'item.code', 'item.title', 'item.state', 'item.workPackageId', 'item.position'])
		.select([
			sql<string>`'review'`.as('kind'),
			sql<string | null>`round.due_on`.as('dueOn'),
			sql<string | null>`null`.as('forecastOn'),
			sql<string | null>`null`.as('submittedOn'),
			sql<string | null>`person.name`.as('person')
		])
		.where('assignment.projectId', '=', projectId)
		.where('membership.organisationId', '=', organisationId)
		.where('assignment.kind', '=', 'signing')
		.where('assignment.endedAt', 'is', null)
		.where('signature.id', 'is', null);
}

function selectRisks(db: Db, projectId: string, organisationId: string) {
	return db
		.selectFrom('risk')
		.select([
			'risk.id',
			sql<string>`'R' || number`.as('code'),
			'risk.description as title',
			sql<string>`state`.as('state'),
			sql<string>`null`.as('workPackageId'),
			'risk.number as position',
			sql<string>`'risk'`.as('kind'),
			sql<string | null>`null`.as('dueOn'),
			sql<string | null>`null`.as('forecastOn'),
			sql<string | null>`null`.as('submittedOn'),
			sql<string | null>`null`.as('person')
		])
		.where('projectId', '=', projectId)
		.where('ownerOrganisationId', '=', organisationId)
		.where('state', 'not in', ['handled', 'closed']);
}

function hrefOf(kind: LineKind, code: string): string {
	if (kind === 'risk') return `risks/${code.slice(1)}`;
	return kind === 'review' ? code : `${kind}s/${code}`;
}

function isLineKind(kind: string): kind is LineKind {
	return LINE_KINDS.some((one) => one === kind);
}

interface Row {
	id: string;
	code: string;
	title: string;
	state: string;
	workPackageId: string | null;
}

function plain(row: Row, kind: AskedRecord['kind']): ListedRecord {
	const { id, code, title, state, workPackageId } = row;
	return {
		kind,
		recordId: id,
		code,
		title,
		state,
		workPackageId,
		dueOn: null,
		forecastOn: null,
		answers: answersFor(kind),
		person: null,
		count: 0,
		href: code
	};
}
