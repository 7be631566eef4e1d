import type { ReportKind, SectionCode } from '#lib/domain/reports/reports.ts';

/** A report somebody began to write; what nobody touched is drafted anew whenever it is read. */
export interface Report {
	id: string;
	projectId: string;
	kind: ReportKind;
	/** `` the whole project, `KZ` a country, `WP4` a work package, `koksu` an organisation. */
	scope: string;
	fromOn: string;
	/** Empty of a visit pack, which goes up to the day it is read. */
	toOn: string;
	createdBy: string | null;
	createdAt: string;
}

/** What somebody wrote into a section, in place of the draft. Every version stays. */
export interface ReportText {
	reportId: string;
	section: SectionCode;
	version: number;
	text: string;
	writtenBy: string | null;
	organisationId: string | null;
	writtenAt: string;
	untilAt: string | null;
}

export interface ReportTables {
	report: Report;
	reportText: ReportText;
}
