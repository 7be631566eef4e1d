import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import { defaultScope } from '#lib/domain/catalogue/entry-filter.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { selectLapsedApprovals } from './list-lapsed-approvals.ts';
import { nearer, part, type WaitingContext } from './waiting-part.ts';

/** The questions in force, see `listInstitutionQuestions`. */
const questionsInForce = (projectId: string) => sql`(select version.id from checklist_version as version
	join checklist on checklist.id = version.checklist_id
	where checklist.project_id = ${projectId} and checklist.applies_to = 'institution'
	order by version.published_at desc, version.number desc, checklist.code limit 1)`;

/** Answers about the readiness of each institution that nobody has judged. */
export function answersPart({ projectId }: Actor, { today }: WaitingContext) {
	return part(
		'answers',
		{
			id: sql`organisation.id`,
			code: sql`organisation.code`,
			organisationId: sql`organisation.id`,
			organisation: sql`organisation.acronym`,
			country: sql`organisation.country`,
			count: sql`count(*)`,
			nearer: nearer(projectId, today, sql`nearby.organisation_id <> organisation.id`)
		},
		sql`from institution_answer as given
			join checklist_item as question on question.id = given.checklist_item_id
			join organisation on organisation.id = given.organisation_id
			where given.project_id = ${projectId} and given.until_at is null and given.verdict is null
				and organisation.role not in ('ministry', 'external')
				and exists (select 1 from checklist_item as asked
					where asked.checklist_version_id = ${questionsInForce(projectId)}
						and (asked.id = question.id or asked.text = question.text))
			group by organisation.id, organisation.code, organisation.acronym, organisation.country`
	);
}

/** Questions that the actor's own institution has not answered, or whose answer came back. */
export function answersOwedPart({ projectId, organisationId }: Actor) {
	return part(
		'answers-owed',
		{
			id: sql`organisation.id`,
			code: sql`organisation.code`,
			organisationId: sql`organisation.id`,
			organisation: sql`organisation.acronym`,
			count: sql`(select count(*) from checklist_item as question
				where question.checklist_version_id = ${questionsInForce(projectId)} and not exists (
					select 1 from institution_answer as given
					join checklist_item as answered on answered.id = given.checklist_item_id
					where given.organisation_id = organisation.id and given.until_at is null
						and given.project_id = ${projectId}
						and (answered.id = question.id or answered.text = question.text)
						and (given.verdict is null or given.verdict <> 'returned')))`
		},
		sql`from organisation where organisation.id = ${organisationId}
			and organisation.role not in ('ministry', 'external')`
	);
}

/** Bodies for which the actor is the officer who approves. */
export function officePart({ projectId, personId }: Actor, { today }: WaitingContext) {
	return part(
		'office',
		{ id: sql`office.id`, code: sql`organisation.code` },
		sql`from awarding_officer as office join organisation on organisation.id = office.organisation_id
			where office.project_id = ${projectId} and office.person_id = ${personId}
				and office.from_on <= ${today} and (office.to_on is null or office.to_on >= ${today})`
	);
}

/** Entries whose next step is the approval of a body that the actor signs for, and that it has not given. */
export function approvalPart({ projectId, personId }: Actor, { today, algorithm }: WaitingContext) {
	const before = algorithm.steps
		.map(({ state }) => state)
		.filter((state) => nextStep(algorithm, state)?.actor === 'officer');
	return part(
		'approval',
		{ id: sql`item.id`, code: sql`item.code`, title: sql`item.title` },
		sql`from item where item.project_id = ${projectId} and item.kind = 'entry'
			and item.state in (${sql.join(['', ...before])})
			and not exists (select 1 from contribution as wrote where wrote.item_id = item.id
				and wrote.person_id = ${personId} and wrote.kind = 'author')
			and exists (select 1 from awarding_officer as office
				where office.project_id = item.project_id and office.person_id = ${personId}
					and office.from_on <= ${today} and (office.to_on is null or office.to_on >= ${today})
					and (office.organisation_id = item.lead_organisation_id or exists (
						select 1 from entry_body as body where body.item_id = item.id
							and body.organisation_id = office.organisation_id and body.removed_at is null))
					and not exists (select 1 from institution_approval as given
						where given.item_id = item.id and given.organisation_id = office.organisation_id
							and given.recorded_at >= item.state_since_at))`
	);
}

/** Approvals that have lapsed: of one's own organisation, one's country, or all. */
export function lapsedPart(db: Db, actor: Actor, { algorithm, today }: WaitingContext) {
	const whose = defaultScope(actor, actor.organisationId);
	const lapsed = selectLapsedApprovals(db, actor.projectId, whose, { algorithm, today });
	return part(
		'lapsed',
		{
			id: sql`lapsed.code`,
			code: sql`lapsed.code`,
			title: sql`lapsed.title`,
			origin: sql`lapsed.origin`,
			state: sql`lapsed.state`,
			organisation: sql`lapsed.acronym`,
			organisationId: sql`lapsed.debtor`,
			at: sql`lapsed.lapsed_on`
		},
		sql`from ${lapsed.as('lapsed')}`
	);
}
