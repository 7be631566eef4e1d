import { can, mayEver } from '#lib/domain/can.ts';
import { isExpected } from '#lib/domain/check-ins/check-ins.ts';
import type { DraftedSection, ReportFacts } from '#lib/domain/reports/facts.ts';
import {
	readMonths,
	scopeKey,
	scopeOf,
	scopeSubject,
	type ReportKey,
	type ReportScope
} from '#lib/domain/reports/reports.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findReportTexts, type ReportTextRow } from '#lib/server/queries/reports/find-report-texts.ts';
import { listOutreachChoices } from '#lib/server/queries/list-outreach-choices.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { periodSections } from '#lib/text/reports/period-sections.ts';
import { visitSections } from '#lib/text/reports/visit-sections.ts';
import { readReportFacts } from './report-facts.ts';
import { readVisitFacts } from './visit-facts.ts';

export interface WrittenSection extends DraftedSection {
	/** What somebody wrote in place of the draft; null: nobody did. */
	written: ReportTextRow | null;
	/** What the report says. */
	text: string;
}

export interface ReadReport {
	key: ReportKey;
	facts: ReportFacts;
	sections: WrittenSection[];
	mayEdit: boolean;
}

/** The scope that an address asks for, if the project has it and this actor reads reports of it. */
async function readScope(request: ProjectRequest, named: string): Promise<ReportScope | undefined> {
	const { db, actor, project } = request;
	const organisations = (await listOrganisations(db, project.id)).filter(isExpected);
	const { workPackages } = await listOutreachChoices(db, project.id);
	const scope = scopeOf(named, { organisations, workPackages });
	return scope && can(actor, 'report:read', scopeSubject(scope)).ok ? scope : undefined;
}

/** The key of a period report, or of a visit pack, as its address names it. */
export async function readKey(
	request: ProjectRequest,
	kind: ReportKey['kind']
): Promise<ReportKey | undefined> {
	const { project, url, param } = request;
	const named = kind === 'visit' ? param('of') : (url.searchParams.get('of') ?? '');
	const scope = await readScope(request, named);
	if (scope === undefined) return undefined;
	if (kind === 'visit') {
		const isVisited = scope.type === 'organisation' || scope.type === 'country';
		return isVisited ? { kind, scope, from: project.startOn, to: null } : undefined;
	}
	const months = readMonths(param('months'));
	return months && { kind, scope, ...months };
}

/** A report as it stands: drafted from the records, with what was written in place of the drafts. */
export async function readReport(
	request: ProjectRequest,
	kind: ReportKey['kind']
): Promise<ReadReport | undefined> {
	const { db, actor, project } = request;
	const key = await readKey(request, kind);
	if (key === undefined) return undefined;
	const texts = await findReportTexts(db, project.id, key);
	const { facts, drafted } = await draft(request, key);
	return {
		key,
		facts,
		sections: drafted.map((section) => {
			const written = texts.find((one) => one.section === section.code) ?? null;
			return { ...section, written, text: written?.text ?? section.draft };
		}),
		mayEdit: mayEver(actor, 'report:edit') && can(actor, 'report:edit', scopeSubject(key.scope)).ok
	};
}

async function draft(request: ProjectRequest, key: ReportKey) {
	const { plan } = await findQualityPlan(request.db, request.project.id);
	if (key.kind === 'period') {
		const facts = await readReportFacts(request, key, plan);
		return { facts, drafted: periodSections(facts) };
	}
	const facts = await readVisitFacts(request, key, plan);
	return { facts, drafted: visitSections(facts) };
}

/** `koksu` or `KZ` after the address of a report; nothing for the whole project. */
export function ofQuery(scope: ReportScope): string {
	const named = scopeKey(scope);
	return named === '' ? '' : `?of=${named}`;
}
