export type PlanReason =
	| { code: 'months-reversed'; from: number; to: number }
	| { code: 'month-outside-project'; month: number; last: number }
	| { code: 'task-number-shape'; number: string; workPackage: number }
	| { code: 'task-number-taken'; number: string };

export interface TaskMonths {
	startMonth: number;
	endMonth: number;
}

/** Why a span of months cannot be: it runs backwards, or beyond the project. */
export function monthBlocks(span: TaskMonths, durationMonths: number): PlanReason[] {
	const { startMonth: from, endMonth: to } = span;
	const outside = [...new Set([from, to])].filter((month) => month < 1 || month > durationMonths);
	return [
		...(from > to ? [{ code: 'months-reversed', from, to } as const] : []),
		...outside.map((month) => ({ code: 'month-outside-project', month, last: durationMonths }) as const)
	];
}

/** Tasks of WP4 are numbered T4.1, T4.2 …, each number once. */
export function taskNumberBlocks(
	number: string,
	workPackage: number,
	taken: readonly string[]
): PlanReason[] {
	return [
		...(new RegExp(`^T${workPackage}\\.\\d{1,3}$`).test(number)
			? []
			: [{ code: 'task-number-shape', number, workPackage } as const]),
		...(taken.includes(number) ? [{ code: 'task-number-taken', number } as const] : [])
	];
}
