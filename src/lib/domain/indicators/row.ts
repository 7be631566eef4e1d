import type { Day } from '#lib/domain/days.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { IndicatorTotal, Point } from './actuals.ts';
import type { Target, TargetStanding } from './targets.ts';

/** An indicator as lists show it. */
export interface IndicatorRow {
	id: string;
	code: string;
	title: string;
	unit: string;
	baseline: number | null;
	origin: Origin;
	closedAt: string | null;
	workPackages: readonly number[];
	total: IndicatorTotal;
	target: (Target & { origin: Origin }) | null;
	standing: TargetStanding | null;
	targets: readonly { dueOn: Day; value: number }[];
	points: readonly Point[];
	/** Targets that wait for the coordinator. */
	proposed: number;
	/** Numbers that somebody has to look at. */
	waiting: number;
}
