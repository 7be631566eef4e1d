/** What somebody who was asked for a number may have said. Silence is none of the other three. */
export type Value<T = number> =
	| { kind: 'value'; value: T }
	/** Said to be nothing to report. */
	| { kind: 'nil' }
	| { kind: 'not-applicable'; reason: string }
	/** Asked for, and nothing came. */
	| { kind: 'missing' };

export const NIL = { kind: 'nil' } as const;
export const MISSING = { kind: 'missing' } as const;

export function valueOf<T>(value: T): Value<T> {
	return { kind: 'value', value };
}

export function notApplicable(reason: string): Value<never> {
	return { kind: 'not-applicable', reason };
}

/** How many answered, and how: what stands beside every number. */
export interface Coverage {
	/** All that were asked. */
	asked: number;
	/** Gave a value. */
	counted: number;
	nil: number;
	notApplicable: number;
	missing: number;
}

export interface Total extends Coverage {
	/** Of the values that are there; null when there is none, which is not zero. */
	sum: number | null;
	/** Nobody is missing, so that the sum is the whole. */
	isWhole: boolean;
}

export function coverage(values: readonly Value<unknown>[]): Coverage {
	const count = (kind: Value['kind']) => values.filter((one) => one.kind === kind).length;
	return {
		asked: values.length,
		counted: count('value'),
		nil: count('nil'),
		notApplicable: count('not-applicable'),
		missing: count('missing')
	};
}

/** Adds up what was reported and says of how many it speaks; a nil return adds nothing and counts as reported. */
export function total(values: readonly Value[]): Total {
	const numbers = values.flatMap((one) => (one.kind === 'value' ? [one.value] : []));
	const covered = coverage(values);
	const reported = covered.counted + covered.nil;
	return {
		...covered,
		sum: reported === 0 ? null : numbers.reduce((sum, one) => sum + one, 0),
		isWhole: covered.missing === 0
	};
}

/** Totals of parts that do not overlap, as the total of them all. */
export function totalOf(parts: readonly Total[]): Total {
	const add = (key: keyof Coverage) => parts.reduce((sum, part) => sum + part[key], 0);
	const sums = parts.flatMap(({ sum }) => (sum === null ? [] : [sum]));
	return {
		asked: add('asked'),
		counted: add('counted'),
		nil: add('nil'),
		notApplicable: add('notApplicable'),
		missing: add('missing'),
		sum: sums.length === 0 ? null : sums.reduce((sum, one) => sum + one, 0),
		isWhole: add('missing') === 0
	};
}

/** Those who were asked and answered in any way. */
export function reported({ counted, nil, notApplicable }: Coverage): number {
	return counted + nil + notApplicable;
}
