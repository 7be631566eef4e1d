import type { Cohort, Held } from './content.ts';
import type { StepReason } from './step-reasons.ts';

/** Both dates and both counts are known: nobody (0) is a count, not knowing is none. */
function isCounted(cohort: Cohort): boolean {
	const { startsOn, endsOn, enrolled, completed } = cohort;
	return startsOn !== null && endsOn !== null && enrolled !== null && completed !== null;
}

/** Names the cohorts that still lack a date or a count. */
export function cohortBlocks(held: Held<readonly Cohort[]> | undefined, needed: number): StepReason[] {
	const cohorts = held?.standing === 'value' ? held.value : [];
	const counted = cohorts.filter(isCounted).length;
	const open = cohorts.filter((one) => !isCounted(one)).map((one) => one.name);
	return counted >= needed ? [] : [{ code: 'cohorts-uncounted', counted, needed, open }];
}
