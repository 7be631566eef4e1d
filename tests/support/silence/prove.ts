import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';

/** A number as somebody reads it. */
export interface Shown {
	name: string;
	/** Of a number whose good news is fewer, its negative; null where nothing is known. */
	good: number | null;
	/** As the page has it. */
	html: string;
	/** Of how many nothing is known. */
	missing: number;
	/** Reached whatever those who are silent may add: success is told beside them. */
	isSettled?: boolean;
}

export interface Case<Facts> {
	facts: Arbitrary<Facts>;
	/** The same with one answered fact made missing; null where none is left. */
	silence: (facts: Facts, index: number) => Facts | null;
	show: (facts: Facts) => readonly Shown[];
	/** A verdict: something else may be in the way already, so that it need not say more. */
	isVerdict?: boolean;
}

const SAID =
	/missing|silent|unknown|without |no data|no report|nobody has|nothing|not (?:reported|answered|confirmed|counted|checked|assessed|known)\b/i;

export const textOf = (html: string) => html.replaceAll(/<!--.*?-->|<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ');

/** Success as a tone, whatever shows it: a badge or a mark of that class. */
export const hasSuccess = (html: string) => /class="[^"]*\bgood\b/.test(html);

const allMissing = (shown: readonly Shown[]) => shown.reduce((sum, { missing }) => sum + missing, 0);

/**
 * Silence is no success: with a fact gone, no number is better than before, unless it says that more are missing; how
 * many are is counted and said; and nothing that misses something wears the mark of success.
 */
export function proveSilence<Facts>({ facts, silence, show, isVerdict = false }: Case<Facts>): void {
	fc.assert(
		fc.property(facts, fc.nat(), (known, index) => {
			const quiet = silence(known, index);
			if (quiet === null) return;
			const before = show(known);
			const after = show(quiet);
			expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
			if (!isVerdict) expect(allMissing(after)).toBeGreaterThan(allMissing(before));
			after.forEach((now, place) => {
				const { good = null, missing = 0 } = before[place] ?? {};
				const isNoBetter = (now.good ?? -Infinity) <= (good ?? -Infinity);
				expect({ ...now, isHonest: isNoBetter || now.missing > missing }).toMatchObject({ isHonest: true });
				if (now.missing === 0 && now.good !== null) return;
				expect(textOf(now.html)).toMatch(SAID);
				if (!now.isSettled)
					expect({ ...now, isPraised: hasSuccess(now.html) }).toMatchObject({ isPraised: false });
			});
		}),
		{ numRuns: 60 }
	);
}

/** The list with one of its members changed, if there is one to change. */
export function changeOne<T>(
	list: readonly T[],
	index: number,
	isAnswered: (one: T) => boolean,
	change: (one: T) => T
): T[] | null {
	const answered = list.filter(isAnswered);
	const chosen = answered[index % Math.max(1, answered.length)];
	return chosen === undefined ? null : list.map((one) => (one === chosen ? change(one) : one));
}
