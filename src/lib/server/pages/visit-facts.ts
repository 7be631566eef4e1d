import { mayEver } from '#lib/domain/can.ts';
import { mayReadEvidence } from '#lib/domain/evidence-access.ts';
import { dayIn } from '#lib/domain/days.ts';
import { isOpenAction } from '#lib/domain/meetings/action-filter.ts';
import type { VisitFacts } from '#lib/domain/reports/facts.ts';
import type { ReportKey, ReportScope } from '#lib/domain/reports/reports.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { listActions } from '#lib/server/queries/list-actions.ts';
import { listEvidenceUseFacts } from '#lib/server/queries/list-evidence-use-facts.ts';
import { listEvidenceUses } from '#lib/server/queries/list-evidence-uses.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { listRecordUses } from '#lib/server/queries/list-record-uses.ts';
import * as visit from '#lib/server/queries/reports/list-visit-records.ts';
import { ACTION_STATE_TEXT } from '#lib/text/meetings/actions.ts';
import { meetingDaysText } from '#lib/text/meetings/days.ts';
import { MINUTES_STATE_TEXT } from '#lib/text/meetings/minutes.ts';
import { readReportFacts } from './report-facts.ts';

type Request = Pick<ProjectRequest, 'db' | 'actor' | 'project' | 'today'>;

/** What a monitoring visit of a partner or of a country looks at, from the first day of the project on. */
export async function readVisitFacts(
	request: Request,
	key: ReportKey,
	plan: QualityPlan
): Promise<VisitFacts> {
	const { db, actor, project } = request;
	const facts = await readReportFacts(request, key, plan);
	const organisations = (await listOrganisations(db, project.id)).filter((one) => isOf(key.scope, one));
	const ids = organisations.map(({ id }) => id);
	const people = mayEver(actor, 'person:read') ? await visit.listVisitPeople(db, project.id, ids) : [];
	return {
		...facts,
		objectives: (await visit.listObjectives(db, project.id)).map(({ title }) => title),
		people: people.map(({ name }) => name),
		roles: facts.packages.map(({ number, title, lead }) =>
			organisations.some(({ acronym }) => acronym === lead)
				? `leads WP${number} ${title}`
				: `WP${number} ${title}`
		),
		meetings: await readMeetings(request, key.scope, ids),
		actions: await readActions(request, ids, plan),
		entries: (await visit.listVisitEntries(db, project.id, ids)).map(
			({ publicSince, gaps, origin, ...entry }) => ({
				...entry,
				state: entry.state.replaceAll('-', ' '),
				path: `/catalogue/${entry.code}`,
				isPublished: publicSince !== null,
				gaps: Number(gaps ?? 0),
				isSample: origin === 'sample'
			})
		),
		evidence: await readEvidence(request, ids)
	};
}

function isOf(scope: ReportScope, organisation: { id: string; country: string }): boolean {
	if (scope.type === 'organisation') return organisation.id === scope.id;
	return scope.type === 'country' && organisation.country === scope.country;
}

async function readMeetings({ db, project }: Request, scope: ReportScope, ids: readonly string[]) {
	const rows = await visit.listVisitMeetings(db, project.id, ids);
	const isTheirs = (row: (typeof rows)[number]) =>
		Number(row.invited ?? 0) > 0 || (scope.type === 'country' && row.country === scope.country);
	return rows.filter(isTheirs).map(({ slug, title, days, present, minutesState, origin }) => ({
		title,
		path: `/meetings/${slug}`,
		when: meetingDaysText(days?.split(',') ?? []),
		came: Number(present ?? 0) > 0,
		minutes: MINUTES_STATE_TEXT[minutesState].label.toLowerCase(),
		isSample: origin === 'sample'
	}));
}

async function readActions(
	{ db, actor, project, today }: Request,
	ids: readonly string[],
	plan: QualityPlan
) {
	const actions = await listActions(db, actor, { plan, today, timeZone: project.timeZone });
	return actions
		.filter((one) => isOpenAction(one) && ids.includes(one.organisationId ?? ''))
		.map((one) => ({
			code: one.code,
			title: one.title,
			path: `/actions/${one.code}`,
			state: ACTION_STATE_TEXT[one.state].label.toLowerCase(),
			due: one.dates.due,
			isLate: one.dates.lateDays > 0,
			isSample: one.origin === 'sample'
		}));
}

/** Names of files only for who may read them. */
async function readEvidence({ db, actor, project }: Request, ids: readonly string[]) {
	const rows = await visit.listVisitEvidence(db, project.id, ids);
	const evidenceIds = rows.map(({ id }) => id);
	const records = await listRecordUses(db, project.id, evidenceIds);
	const facts = await listEvidenceUseFacts(db, project.id, evidenceIds, records);
	const uses = (await listEvidenceUses(db, project.id, evidenceIds)).filter((one) => one.removedAt === null);
	return rows
		.filter(({ id, level, organisationId }) =>
			mayReadEvidence(actor, { level, organisationId, uses: facts.get(id) ?? [] })
		)
		.map(({ id, name, level, addedAt }) => {
			const proves = [
				...uses.filter(({ evidenceId }) => evidenceId === id).map(({ code }) => code),
				...records.filter(({ evidenceId }) => evidenceId === id).map(({ label }) => label),
				...(facts.get(id) ?? []).flatMap(({ kind }) =>
					kind === 'institution' ? ['readiness of the institution'] : kind === 'meeting' ? ['a meeting'] : []
				)
			];
			return {
				name,
				path: `/evidence/${id}`,
				addedOn: dayIn(project.timeZone, new Date(addedAt)),
				proves: [...new Set(proves)].join(', '),
				isSensitive: level === 'SEN'
			};
		});
}
