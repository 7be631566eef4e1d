import type { Day } from '#lib/domain/days.ts';
import type { HeadTotal } from '#lib/domain/outreach/outreach-counts.ts';
import type { PeriodReadiness } from '#lib/domain/payment-readiness.ts';
import type { Total } from '#lib/domain/values.ts';
import type { ReportScope, SectionCode } from './reports.ts';

export interface ReportItem {
	code: string;
	title: string;
	path: string;
	lead: string | null;
	workPackage: number;
	state: string;
	due: Day | null;
	forecastOn: Day | null;
	doneOn: Day | null;
	/** Past the agreed day; past the day of the contract, which the funder counts from. */
	lateDays: number;
	contractLateDays: number;
	doneContractLateDays: number;
	contractualOn: Day | null;
	/** What the agreed date was moved by last. */
	agreedBy: string | null;
	isSample: boolean;
	means: number;
	provenMeans: number;
}

export interface ReportRisk {
	number: number;
	description: string;
	mitigation: string;
	state: string;
	level: string | null;
	owner: string | null;
	isForeseen: boolean;
	isSample: boolean;
	/** What was written of it for the reporting period; null where nothing was. */
	statement: string | null;
}

export interface ReportLine {
	code: string;
	title: string;
	path: string;
	kind: string;
	when: string;
	where: string;
	by: string;
	about: string;
	/** In words: how many came. */
	reach: string;
	missing: readonly string[];
	isSample: boolean;
}

export interface ReportPackage {
	number: number;
	title: string;
	lead: string | null;
	readiness: PeriodReadiness;
	texts: readonly { acronym: string; periodStartsOn: Day; text: string }[];
}

export interface ReportIndicator {
	code: string;
	title: string;
	unit: string;
	target: string;
	/** Of what was accepted. */
	value: Total;
	/** How many reported, and nobody has accepted it yet. */
	waiting: number;
	path: string;
}

export interface ReportFacts {
	project: { acronym: string; title: string };
	scope: ReportScope;
	from: Day;
	to: Day;
	today: Day;
	deliverables: readonly ReportItem[];
	milestones: readonly ReportItem[];
	risks: readonly ReportRisk[];
	publications: readonly ReportLine[];
	outreach: readonly ReportLine[];
	/** Of the log, whose day nobody has told: they belong to no months. */
	undated: { publications: readonly ReportLine[]; outreach: readonly ReportLine[] };
	activities: readonly ReportLine[];
	reach: HeadTotal;
	trained: HeadTotal;
	indicators: readonly ReportIndicator[];
	packages: readonly ReportPackage[];
	checkIns: Total;
	/** Who was asked and said nothing, with how often. */
	silent: readonly { acronym: string; times: number }[];
}

/** Beside that, what a monitoring visit looks at. */
export interface VisitFacts extends ReportFacts {
	objectives: readonly string[];
	people: readonly string[];
	roles: readonly string[];
	meetings: readonly {
		title: string;
		path: string;
		when: string;
		came: boolean;
		minutes: string;
		isSample: boolean;
	}[];
	actions: readonly {
		code: string;
		title: string;
		path: string;
		state: string;
		due: Day | null;
		isLate: boolean;
		isSample: boolean;
	}[];
	entries: readonly {
		code: string;
		title: string;
		path: string;
		state: string;
		isPublished: boolean;
		gaps: number;
		isSample: boolean;
	}[];
	evidence: readonly { name: string; path: string; addedOn: Day; proves: string; isSensitive: boolean }[];
}

/** A piece of text, with the page behind it within the project. */
export interface Cell {
	text: string;
	path?: string | undefined;
	/** Made up to show the product. */
	isSample?: boolean | undefined;
}

export interface ReportTable {
	caption: string;
	head: readonly string[];
	/** Parts of 100. */
	widths: readonly number[];
	rows: readonly (readonly Cell[])[];
	/** Instead of an empty table. */
	none: string;
}

/** A section as it is drafted from the records. */
export interface DraftedSection {
	code: SectionCode;
	title: string;
	/** What somebody may edit. */
	draft: string;
	/** What the records say, whatever somebody writes. */
	tables: readonly ReportTable[];
	missing: readonly Cell[];
}
