import type { Texts } from '#lib/domain/catalogue/content.ts';
import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Given } from '#lib/server/demo/acts/entries.ts';

/** An invented entry: what it says, and on which days it took which step. */
export interface SampleEntry {
	code: string;
	author: string;
	theme: string;
	title: Texts & { en: string };
	sdgs: readonly number[];
	/** Who needs it, and why. */
	group: string;
	need: string;
	/** English, Russian where it is translated, and how it is assessed. */
	outcomes: readonly (readonly [en: string, ru: string | null, assessment: string | null])[];
	ects: number;
	/** 30 hours a credit unless said. */
	hours?: number;
	eqf: 5 | 6 | 7;
	isced: string;
	languages: readonly string[];
	form: 'online' | 'onsite' | 'blended';
	started: Day;
	/** Days on which a step was taken; the reviewers' steps name who signs. */
	steps?: {
		'needs-confirmed'?: Day;
		designed?: Day;
		mapped?: Day;
		'review-asked'?: Day;
		'internal-qa'?: Day;
		approved?: Day;
		'catalogue-ready'?: Day;
		published?: Day;
		piloted?: Day;
		evaluated?: Day;
		'rolled-out'?: Day;
		recognised?: Day;
	};
	/** Sent back after the reviewers had signed, and what followed a second time. */
	returned?: { on: Day; reason: string; mapped: Day; 'review-asked': Day; 'internal-qa': Day };
	reviewer?: string;
	officer?: string;
	/** Elements filled in beyond what the last step asked for, with what they say where it differs. */
	also?: readonly StoredElement[];
	/** In the place of what the element would say; `undefined` leaves it empty. */
	instead?: Readonly<Partial<Record<StoredElement, Given>>>;
	/** The day before which the extra elements were filled in. */
	lastTouched?: Day;
}
