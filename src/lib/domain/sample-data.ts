export type SampleReason =
	| { code: 'nothing-invented' }
	| { code: 'word-differs'; word: string }
	| { code: 'no-own-coordinator' }
	| { code: 'sample-people-elsewhere'; people: readonly string[] };

export interface SampleFacts {
	/** Invented records, and people, that would go. */
	count: number;
	/** What has to be typed to confirm. */
	word: string;
	/** A coordinator who can sign in and is not of the demo. */
	hasOwnCoordinator: boolean;
	/** People of the demo who also belong to another project. */
	peopleElsewhere: readonly string[];
}

/** Why sample data cannot be removed now; `typed` is left out to ask before anything was typed. */
export function removalBlocks(sample: SampleFacts, typed?: string): SampleReason[] {
	const differs = typed !== undefined && typed.trim().toLowerCase() !== sample.word.toLowerCase();
	return [
		...(sample.count === 0 ? [{ code: 'nothing-invented' } as const] : []),
		...(sample.hasOwnCoordinator ? [] : [{ code: 'no-own-coordinator' } as const]),
		...(sample.peopleElsewhere.length === 0
			? []
			: [{ code: 'sample-people-elsewhere', people: sample.peopleElsewhere } as const]),
		...(differs ? [{ code: 'word-differs', word: sample.word } as const] : [])
	];
}
