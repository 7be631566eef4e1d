import type { Day } from '#lib/domain/days.ts';
import { fold } from '#lib/domain/fold.ts';
import { lookingFor } from '#lib/domain/latin.ts';
import type { Origin } from '#lib/domain/origin.ts';
import { isRiskOver, isRiskState, type RiskState } from './life-cycle.ts';
import { RISK_LEVELS, type RiskLevel } from './scale.ts';
import type { RiskTrend } from './trend.ts';

export interface ListedRisk {
	id: string;
	number: number;
	description: string;
	state: RiskState;
	foreseen: boolean;
	origin: Origin;
	likelihood: number | null;
	severity: number | null;
	score: number | null;
	level: RiskLevel | null;
	trend: RiskTrend;
	ownerId: string | null;
	owner: string | null;
	organisation: string | null;
	workPackages: readonly number[];
	openMeasures: number;
	overdueMeasures: number;
	nextDueOn: Day | null;
	/** Of the reporting period that runs; null: none is asked for. */
	hasStatement: boolean | null;
}

export interface RiskFilter {
	q: string;
	state: 'open' | 'all' | RiskState;
	level: RiskLevel | 'none' | null;
	wp: number | null;
	mine: boolean;
	/** A cell of the matrix. */
	at: { likelihood: number; severity: number } | null;
	/** Worse than at the end of the last period, or new since. */
	worse: boolean;
	unsaid: boolean;
}

export function readRiskFilter(query: URLSearchParams): RiskFilter {
	const state = query.get('state') ?? '';
	const level = query.get('level') ?? '';
	const cell = /^([1-5])x([1-5])$/.exec(query.get('at') ?? '');
	const wp = query.get('wp') ?? '';
	return {
		q: (query.get('q') ?? '').trim().slice(0, 200),
		state: isRiskState(state) || state === 'all' ? state : 'open',
		level: level === 'none' ? 'none' : (RISK_LEVELS.find((one) => one === level) ?? null),
		wp: /^\d{1,2}$/.test(wp) ? Number(wp) : null,
		mine: query.get('mine') === '1',
		at: cell ? { likelihood: Number(cell[1]), severity: Number(cell[2]) } : null,
		worse: query.get('worse') === '1',
		unsaid: query.get('unsaid') === '1'
	};
}

export function filterRisks(
	risks: readonly ListedRisk[],
	filter: RiskFilter,
	personId: string
): ListedRisk[] {
	const isSought = lookingFor(filter.q);
	return risks.filter(
		(risk) =>
			(filter.state === 'all' ||
				(filter.state === 'open' ? !isRiskOver(risk.state) : risk.state === filter.state)) &&
			(filter.level === null || (risk.level ?? 'none') === filter.level) &&
			(filter.wp === null || risk.workPackages.includes(filter.wp)) &&
			(!filter.mine || risk.ownerId === personId) &&
			(filter.at === null ||
				(risk.likelihood === filter.at.likelihood && risk.severity === filter.at.severity)) &&
			(!filter.worse || isNewOrWorse(risk)) &&
			(!filter.unsaid || risk.hasStatement === false) &&
			isSought(fold(`R${risk.number} ${risk.description} ${risk.owner ?? ''}`))
	);
}

/** New since the last reporting period, worse than at its end, or assessed since for the first time. */
export function isNewOrWorse({ trend }: Pick<ListedRisk, 'trend'>): boolean {
	return ['new', 'worse', 'first'].includes(trend.direction);
}

/** What nobody has assessed first, for it may be anything; then the gravest; what is over last. */
export function sortRisks(risks: readonly ListedRisk[]): ListedRisk[] {
	const rank = ({ state, score }: ListedRisk) => (isRiskOver(state) ? -1 : (score ?? 26));
	return [...risks].sort((a, b) => rank(b) - rank(a) || a.number - b.number);
}
