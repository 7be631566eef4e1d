import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import type { Outlook } from '#lib/domain/catalogue/outlook.ts';
import type { MovedDays } from '#lib/domain/catalogue/leading-target.ts';
import { LEAST_WEEKS } from '#lib/domain/catalogue/projection.ts';
import type { Stall } from '#lib/domain/catalogue/what-if.ts';
import type { TargetMeasure, TargetReason, TargetScopeKind } from '#lib/domain/catalogue/targets.ts';
import { daysBetween, type Day } from '#lib/domain/days.ts';
import { countryText } from '#lib/text/countries.ts';
import { calendarMonthText, dayText, daysText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { amountText, countText, perWeekText } from './targets.ts';

export const TARGET_RULE_TEXTS: readonly string[] = [
	'An entry counts from its counting step on, for as long as it stays there: what fell back counts as fallen back, and so does an entry on hold, merged or retired.',
	'A joint entry counts once, for the organisation that owns it. An entry without credits adds nothing to a target in credits.',
	`The pace is the mean net growth of the last 8 weeks; its range covers four of five cases (Student’s t on the weekly counts, spread no smaller than that of arrivals at random). With fewer than ${LEAST_WEEKS} recorded weeks there is no projection. Entries that came into the catalogue already counting are no pace.`,
	'On track: the pace gets there in time. At risk: only the upper end of its range does. Will miss: not even that.'
];

interface NamedScope {
	scopeKind: TargetScopeKind;
	scopeCode: string;
	acronym: string | null;
	themeTitle: string | null;
}

export function targetScopeText({ scopeKind, scopeCode, acronym, themeTitle }: NamedScope): string {
	switch (scopeKind) {
		case 'project':
			return 'The whole catalogue';
		case 'country':
			return countryText(scopeCode);
		case 'organisation':
			return acronym ?? 'An organisation';
		case 'theme':
			return themeTitle ?? scopeCode;
		case 'level':
			return `EQF level ${scopeCode}`;
	}
}

/** The title of a step; its code where the algorithm has it no longer. */
export function stepTitle(algorithm: Algorithm, state: string): string {
	return algorithm.steps.find((step) => step.state === state)?.title ?? state.replaceAll('-', ' ');
}

/** What will come of it, in a sentence that a meeting can be read. */
export function projectionText(outlook: Outlook, dueOn: Day, measure: TargetMeasure): string {
	const { verdict, gap, over, want, pace, expected, best, worst } = outlook;
	const goal = amountText(want);
	if (verdict === 'reached')
		return over > 0 ? `Reached, ${countText(over, measure)} above the target.` : 'Reached exactly.';
	if (verdict === 'missed') return `${countText(gap, measure)} short on ${dayText(dueOn)}.`;
	if (!pace || !expected || !best || !worst)
		return `Insufficient history: fewer than ${LEAST_WEEKS} weeks are recorded, so nothing is projected.`;
	const shown = (count: number) =>
		measure === 'entries' ? String(Math.floor(count + 1e-6)) : amountText(count);
	const arrives =
		expected.reachedOn === null
			? `${goal} is not reached within ten years`
			: `${goal} around ${calendarMonthText(expected.reachedOn)}`;
	return `At the pace of the last ${pace.weeks} weeks: ${shown(expected.haveByDue)} by ${dayText(dueOn)}, ${goal} wanted; ${arrives}, ${rangeText(best.reachedOn, worst.reachedOn, dueOn)}.`;
}

/** Days beyond the target’s own from which a projected day would only feign to know. */
const FAR_DAYS = 365;

/** How sure it is, by months: a projection from a few weeks knows no day. */
function rangeText(earliest: Day | null, latest: Day | null, dueOn: Day): string {
	if (earliest === null) return 'not even at the upper end of its range';
	const from = calendarMonthText(earliest);
	if (latest === null || daysBetween(dueOn, latest) > FAR_DAYS)
		return `at best ${from}, at worst more than a year too late`;
	const to = calendarMonthText(latest);
	return from === to ? 'give or take days' : `between ${from} and ${to}`;
}

/** What is needed against what is done: "needs 1.2 a week, does 0.8 (0.3 to 1.3)". */
export function rateText({ neededPerWeek, pace }: Outlook): string {
	const needs = neededPerWeek === null ? null : `needs ${perWeekText(neededPerWeek)}`;
	const range = pace && [pace.low, pace.high].map((rate) => perWeekText(rate).replace(' a week', ''));
	const does = pace && range ? `grows ${perWeekText(pace.mean)} (${range.join(' to ')})` : null;
	return [needs, does].filter((part) => part !== null).join(', ') || 'nothing left to do';
}

/** 3 steps; what has arrived lacks only its credits, or is on hold. */
export function openStepsText(steps: number, isOnHold: boolean): string {
	if (steps === 0 && isOnHold) return 'only to be taken up again';
	if (steps === 0) return 'arrived, but its credits are not given';
	return steps === 1 ? '1 step' : `${steps} steps`;
}

/** What a standstill of one step costs by the due day. */
export function stallText(algorithm: Algorithm, stall: Stall, dueOn: Day, measure: TargetMeasure): string {
	const { waiting, longestDays, typicalDays, missing, missingAmount } = stall;
	const next = stepTitle(algorithm, stall.nextState);
	const wait = `${waiting === 1 ? '1 entry waits' : `${waiting} entries wait`} there for ${next}, the longest for ${daysText(longestDays)}; ${daysText(typicalDays)} are typical.`;
	if (missing === 0) return `${wait} Even in typical time none of them would arrive by ${dayText(dueOn)}.`;
	const cost = measure === 'entries' ? countText(missing, measure) : countText(missingAmount, measure);
	return `${wait} If nothing moves there, ${cost} that would arrive by ${dayText(dueOn)} in typical time will not.`;
}

/** The list of the entries a target speaks of; `all` widens what a role would see by itself. */
export function targetRecordsHref(
	slug: string,
	target: { scopeKind: TargetScopeKind; scopeCode: string; organisationCode: string | null }
): string {
	const { scopeKind, scopeCode, organisationCode } = target;
	const code = scopeKind === 'organisation' ? (organisationCode ?? '') : scopeCode;
	const query = new URLSearchParams(scopeKind === 'project' ? {} : { [scopeKind]: code });
	query.set('all', '1');
	return `/${slug}/catalogue?${query.toString()}`;
}

/** What a target would do to the days of owed fields, before it is saved. */
export function movedDaysSentence({ fields, dueOn }: MovedDays): Sentence {
	const whose = fields === 1 ? 'The day of 1 owed field' : `The days of ${fields} owed fields`;
	return dueOn === null
		? { text: `${whose} would be gone: no target asks for them.`, next: null }
		: { text: `${whose} would move to ${dayText(dueOn)}.`, next: null };
}

export function targetSentence(reason: TargetReason): Sentence {
	switch (reason.code) {
		case 'target-due-passed':
			return { text: `${dayText(reason.dueOn)} has passed.`, next: 'Choose today or a later day.' };
		case 'target-state-unknown':
			return {
				text: `The implementation algorithm has no step ${reason.state.replaceAll('-', ' ')}.`,
				next: 'Choose one of its steps.'
			};
		case 'target-scope-unknown':
			return { text: 'The project has no such part.', next: 'Choose one of the list.' };
		case 'target-exists':
			return {
				text: `“${reason.title}” counts the same and is due on the same day.`,
				next: 'Change that target instead.'
			};
		case 'target-unchanged':
			return { text: 'Nothing is different from before.', next: 'Change a field, or leave it as it is.' };
		case 'target-entries-whole':
			return { text: 'Entries are counted in whole numbers.', next: 'Enter a number such as 40.' };
	}
}
