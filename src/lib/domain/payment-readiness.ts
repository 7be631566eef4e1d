import type { Day } from './days.ts';
import {
	isVerified,
	LEFT_THE_PLAN,
	readiness,
	RISK_OVER,
	type ReadinessBlock,
	type ReadinessFacts
} from './readiness.ts';

/** What a reporting period asks of an item beside its state. */
interface Dated {
	due: Day | null;
	/** The funder's own day for it: an item of this period stays one wherever its agreed date moves. */
	contractualOn: Day | null;
	/** What the agreed date was moved by last. */
	agreedBy?: string | null;
	forecastOn: Day | null;
	/** Days past its due day and not handed in or achieved. */
	lateDays: number;
	/** Days past the day of the contract, though within the agreed one or not. */
	contractLateDays: number;
	/** What its lead said last in a check-in stands in its way. */
	waitsFor?: string | null;
	/** Its lead said nothing in the last check-in that is over. */
	unconfirmed?: boolean;
	/** Codes of the deliverables that it rests on. */
	dependsOn?: readonly string[];
}

export interface PeriodRisk {
	number: number;
	state: string;
	/** Its state of play for the period is written; null where none is asked for. */
	hasStatement: boolean | null;
}

export interface PeriodFacts extends ReadinessFacts {
	deliverables: readonly (ReadinessFacts['deliverables'][number] & Dated)[];
	milestones: readonly (ReadinessFacts['milestones'][number] & Dated)[];
	risks: readonly PeriodRisk[];
}

export interface ReportingSpan {
	endsOn: Day;
	today: Day;
	/** The last day of the work package; null where no months are set. */
	packageEndsOn: Day | null;
}

export type PeriodBlock =
	| ReadinessBlock
	| { code: 'overdue'; item: string; state: string; days: number }
	| {
			code: 'past-contract';
			item: string;
			state: string;
			days: number;
			due: Day | null;
			agreedBy: string | null;
	  }
	| { code: 'after-period'; item: string; forecastOn: Day }
	| { code: 'reported-blocked'; item: string; waitsFor: string }
	| { code: 'depends-on'; item: string; on: string }
	| { code: 'without-date'; item: string }
	| { code: 'state-of-play-missing'; number: number };

/**
 * `ready`: complete · `blocked`: something is in the way · `on-course`: the rest is still to come, and its leads say so ·
 * `unconfirmed`: the rest is still to come, and somebody said nothing of it · `continues`: it ends after the period ·
 * `unknown`: nothing is planned in it, or nobody set its months.
 */
export type PeriodVerdict = 'ready' | 'blocked' | 'on-course' | 'unconfirmed' | 'continues' | 'unknown';

export interface PeriodReadiness {
	verdict: PeriodVerdict;
	/** What is in the way now, by item; several reasons for one item count once. */
	blocks: readonly PeriodBlock[];
	blocking: number;
	/** Not finished and not in the way: due later within the period. */
	toCome: readonly { item: string; due: Day | null; state: string; unconfirmed: boolean }[];
	/** Open risks that are not in the way. */
	openRisks: readonly PeriodRisk[];
}

/** States in which an item has failed its check and does not come by itself. */
const FAILED: readonly string[] = ['not-achieved', 'revision-by-funder', 'reopened'];

/**
 * Whether a work package could be declared complete at the end of a reporting period. It asks the same of every item as
 * `readiness`; what is merely due later within a running period is not in the way yet.
 */
export function periodReadiness(facts: PeriodFacts, span: ReportingSpan): PeriodReadiness {
	const within = ({ due, contractualOn }: Dated) =>
		due === null || due <= span.endsOn || (contractualOn !== null && contractualOn <= span.endsOn);
	const deliverables = facts.deliverables.filter(within);
	const milestones = facts.milestones.filter(within);
	const isOver = span.today > span.endsOn;
	const { packageEndsOn } = span;
	const ends = packageEndsOn === null ? null : packageEndsOn <= span.endsOn;
	const whole = readiness({ deliverables, milestones, risks: [] });
	const items = new Map([...deliverables, ...milestones].map((item) => [item.code, item]));
	const late = lateCodes(deliverables, span);

	const itemBlocks = whole.blocks.flatMap((block): PeriodBlock[] => {
		const item = 'item' in block ? items.get(block.item) : undefined;
		if (!item) return [];
		const own = hindrances(item, late, span);
		if (isOver) return [block, ...(block.code === 'evidence-missing' ? [] : own)];
		if (block.code === 'evidence-missing') return isVerified(item.state) ? [block] : [];
		return FAILED.includes(item.state) && own.length === 0 ? [block] : own;
	});
	const blocks = [...itemBlocks, ...facts.risks.flatMap((risk) => riskBlocks(risk, { isOver, ends }))];
	const named = new Set(blocks.map(nameOf));
	const open = new Set(whole.blocks.map((block) => ('item' in block ? block.item : '')));
	const toCome = [...items.values()].filter(({ code }) => !named.has(code) && open.has(code));
	const openRisks = facts.risks.filter(
		({ number, state }) => !RISK_OVER.includes(state) && !named.has(`R${number}`)
	);
	const isPlanned = [...items.values()].some(({ state }) => !LEFT_THE_PLAN.includes(state));
	return {
		verdict: verdictOf({ blocking: named.size, toCome, hasRisks: openRisks.length > 0, ends, isPlanned }),
		blocks,
		blocking: named.size,
		toCome: toCome.map(({ code: item, due, state, unconfirmed }) => ({
			item,
			due,
			state,
			unconfirmed: unconfirmed === true
		})),
		openRisks
	};
}

function verdictOf(seen: {
	blocking: number;
	toCome: readonly Dated[];
	hasRisks: boolean;
	/** Within the period; null where nobody set its months. */
	ends: boolean | null;
	isPlanned: boolean;
}): PeriodVerdict {
	if (seen.blocking > 0) return 'blocked';
	if (seen.toCome.length > 0)
		return seen.toCome.some((item) => item.unconfirmed) ? 'unconfirmed' : 'on-course';
	if (seen.ends === false) return 'continues';
	if (!seen.isPlanned || seen.ends === null) return 'unknown';
	return seen.hasRisks ? 'on-course' : 'ready';
}

/**
 * What has happened is in the way at once. When the period is over, so is an open risk whose state of play nobody wrote;
 * and a work package that has ended leaves none open, as for `readiness`.
 */
function riskBlocks(
	{ number, state, hasStatement }: PeriodRisk,
	{ isOver, ends }: { isOver: boolean; ends: boolean | null }
): PeriodBlock[] {
	if (RISK_OVER.includes(state)) return [];
	const isOpen = state === 'materialised' || (isOver && ends !== false);
	return [
		...(isOpen ? [{ code: 'risk-open' as const, number, state }] : []),
		...(isOver && hasStatement === false ? [{ code: 'state-of-play-missing' as const, number }] : [])
	];
}

/** Deliverables not accepted whose own forecast lies after the period: what rests on them comes later, too. */
function lateCodes(deliverables: PeriodFacts['deliverables'], span: ReportingSpan): ReadonlySet<string> {
	return new Set(
		deliverables
			.filter(
				({ state, forecastOn }) => state !== 'accepted' && forecastOn !== null && forecastOn > span.endsOn
			)
			.map(({ code }) => code)
	);
}

/** What stands in the way of one open item. */
function hindrances(
	item: Dated & { code: string; state: string },
	late: ReadonlySet<string>,
	{ endsOn }: ReportingSpan
): PeriodBlock[] {
	const { code, state, due, agreedBy = null, forecastOn, waitsFor = null, dependsOn = [] } = item;
	const { lateDays, contractLateDays: days } = item;
	return [
		...(lateDays > 0 ? [{ code: 'overdue' as const, item: code, state, days: lateDays }] : []),
		...(lateDays === 0 && days > 0
			? [{ code: 'past-contract' as const, item: code, state, days, due, agreedBy }]
			: []),
		...(forecastOn !== null && forecastOn > endsOn
			? [{ code: 'after-period' as const, item: code, forecastOn }]
			: []),
		...(waitsFor !== null ? [{ code: 'reported-blocked' as const, item: code, waitsFor }] : []),
		...dependsOn.filter((on) => late.has(on)).map((on) => ({ code: 'depends-on' as const, item: code, on })),
		...(due === null && forecastOn === null ? [{ code: 'without-date' as const, item: code }] : [])
	];
}

function nameOf(block: PeriodBlock): string {
	return 'number' in block ? `R${block.number}` : block.item;
}

/** The blocks of each item together, in the order in which the items were named. */
export function blocksByItem(blocks: readonly PeriodBlock[]): { name: string; blocks: PeriodBlock[] }[] {
	return [...Map.groupBy(blocks, nameOf)].map(([name, own]) => ({ name, blocks: own }));
}
