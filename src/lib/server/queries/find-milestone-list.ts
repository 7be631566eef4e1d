import type { Db } from '#db/schema.ts';
import { daysBetween, dayIn, type Day } from '#lib/domain/days.ts';
import { isHeldBy } from '#lib/domain/holder-mine.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { lateness } from '#lib/domain/lateness.ts';
import { milestoneHolder } from '#lib/domain/milestone-holder.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { countProvenMeans, listMilestones, type MilestoneFilter } from './list-milestones.ts';

export const MILESTONE_SORTS = ['code', 'title', 'state', 'due', 'lead', 'held'] as const;
export type MilestoneSort = (typeof MILESTONE_SORTS)[number];

export interface MilestoneListQuery extends MilestoneFilter {
	late: boolean;
	mine: boolean;
	sort: MilestoneSort;
	descending: boolean;
	page: number;
}

export const MILESTONE_PAGE = 100;

interface Where {
	project: { timeZone: string };
	today: Day;
}

/** One page of the milestones that fit, sorted, each with its holder, lateness and proven means. */
export async function findMilestoneList(db: Db, actor: Actor, query: MilestoneListQuery, where: Where) {
	const { plan } = await findQualityPlan(db, actor.projectId);
	const all = (await listMilestones(db, actor, query)).map((row) => {
		const holder = holderOf(row);
		const late = lateness(row, where.today, plan.atRiskDays);
		return { row, holder, late, mine: isHeldBy(holder, actor) };
	});
	const fitting = all
		.filter(({ late, mine }) => (!query.late || late.state === 'late') && (!query.mine || mine))
		.sort(orderBy(query.sort, query.descending));
	const shown = fitting.slice((query.page - 1) * MILESTONE_PAGE, query.page * MILESTONE_PAGE);
	const counts = await countProvenMeans(
		db,
		actor.projectId,
		shown.map(({ row }) => row.id)
	);

	const rows = shown.map(({ row, holder, late, mine }) => ({
		code: row.code,
		title: row.title,
		state: row.state,
		origin: row.origin,
		workPackage: row.workPackage,
		lead: row.leadAcronym,
		country: row.leadCountry,
		isCritical: row.paymentRelevant === 1 || row.goNoGo === 1,
		contractualOn: row.contractualOn,
		agreedOn: row.agreedOn,
		forecastOn: row.forecastOn,
		lateness: late,
		holder: holder && {
			name: nameOf(holder, row),
			role: holder.role,
			awaits: holder.awaits,
			mine,
			days: daysBetween(dayIn(where.project.timeZone, new Date(holder.since)), where.today)
		},
		means: counts.find(({ itemId }) => itemId === row.id) ?? { means: 0, proven: 0 }
	}));
	return { rows, total: fitting.length, all: all.length };
}

type Row = Awaited<ReturnType<typeof listMilestones>>[number];
interface Listed {
	row: Row;
	holder: Holder | null;
	late: { due: Day | null };
}

function holderOf(row: Row): Holder | null {
	const leads = row.wpLeadId === null ? [] : [{ organisationId: row.wpLeadId }];
	const signed = row.verifiers.filter(({ signatureId }) => signatureId !== null);
	return milestoneHolder({
		...row,
		workPackageLeads: leads,
		assignments: row.verifiers,
		claim: { verifiers: signed }
	});
}

function nameOf(holder: Holder, row: Row): string | null {
	if (holder.kind === 'organisation')
		return holder.organisationId === row.wpLeadId ? row.wpLeadAcronym : row.leadAcronym;
	const people = row.verifiers.filter(({ personId }) => holder.personIds.includes(personId));
	return holder.kind === 'people' ? people.map(({ name }) => name).join(', ') : null;
}

const WORDS = new Intl.Collator('en', { numeric: true });

function orderBy(sort: MilestoneSort, descending: boolean): (a: Listed, b: Listed) => number {
	const direction = descending ? -1 : 1;
	const keyOf = (one: Listed): string | null => {
		if (sort === 'title') return one.row.title;
		if (sort === 'state') return one.row.state;
		if (sort === 'due') return one.late.due;
		if (sort === 'lead') return one.row.leadAcronym;
		if (sort === 'held') return one.holder?.since ?? null;
		return null;
	};
	return (a, b) => {
		const [left, right] = [keyOf(a), keyOf(b)];
		const byCode = a.row.position - b.row.position || WORDS.compare(a.row.code, b.row.code);
		if (sort === 'code') return direction * byCode;
		if (left === null || right === null) return Number(left === null) - Number(right === null) || byCode;
		return direction * WORDS.compare(left, right) || byCode;
	};
}
