import type { CriteriaReason } from './criteria.ts';
import type { StepActor } from './algorithm.ts';
import type { Element } from './elements.ts';

/** Why an entry cannot enter a step of the algorithm. */
export type StepReason =
	| { code: 'element-missing'; element: Element; profile: string | null }
	| { code: 'element-weak'; element: Element; profile: string; because: readonly CriteriaReason[] }
	| {
			code: 'profile-below';
			profile: string;
			percent: number;
			needed: number;
			missing: readonly Element[];
			weak: readonly Element[];
	  }
	| { code: 'profile-unknown'; profile: string }
	| { code: 'proof-missing'; requirement: string; label: string }
	| { code: 'overlap-undecided'; entries: readonly string[] }
	| { code: 'prerequisite-cycle'; entries: readonly string[] }
	| { code: 'homepage-unchecked'; url: string; days: number }
	| { code: 'homepage-check-old'; url: string; checkedOn: string; days: number }
	| { code: 'homepage-check-in-future'; checkedOn: string }
	| { code: 'cohorts-uncounted'; counted: number; needed: number; open: readonly string[] }
	| { code: 'approval-lapsed'; organisation: string; validUntilOn: string }
	| { code: 'record-missing'; label: string }
	| { code: 'record-malformed'; label: string; kind: 'date' | 'url' }
	| { code: 'not-the-next-step'; title: string; next: string | null }
	| { code: 'step-of-others'; title: string; actor: StepActor }
	| { code: 'entry-on-hold'; untilOn: string | null }
	| { code: 'entry-ended'; state: string }
	| { code: 'entry-not-on-hold' }
	| { code: 'hold-until-past'; untilOn: string }
	| { code: 'nothing-to-return'; title: string }
	| { code: 'merge-target-unknown'; entry: string };
