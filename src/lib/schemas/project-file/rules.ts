import * as v from 'valibot';
import { FACT_KINDS } from '#lib/domain/facts.ts';
import { day, maybe, organisation, provenance, text, whole, workPackage } from './fields.ts';

const codes = v.array(v.strictObject({ code: text(20, 'Code'), label: text(120, 'What it stands for') }));
const days = (description: string) => v.optional(whole(0, 365, description));
const people = (least: number, description: string) => v.optional(whole(least, 10, description));

/** What is left out stays as the program proposes it. */
export const qualityPlan = v.strictObject({
	note: v.optional(v.pipe(v.string(), v.maxLength(2000, 'must have at most 2000 characters')), ''),
	review_quorum: people(1, 'Signatures a review needs'),
	reviewers_abroad: people(0, "Of these, from outside the lead's country"),
	milestone_verifiers: people(1, 'Verifiers of a milestone'),
	critical_milestone_verifiers: people(1, 'Verifiers of one that decides a payment or a go'),
	review_working_days: v.optional(whole(1, 90, 'Working days a reviewer has')),
	draft_lead_days: days('Days before the due date by which the draft is there'),
	review_lead_days: days('… the review'),
	final_lead_days: days('… the final text'),
	accepted_formats: v.optional(
		v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/, 'must be a format such as pdf, without the dot')))
	),
	max_file_megabytes: v.optional(whole(1, 2000, 'Largest file')),
	deliverable_types: v.optional(codes),
	dissemination_levels: v.optional(codes),
	slip_reasons: v.optional(codes),
	at_risk_days: days('Days before the due date from which an unfinished item is at risk'),
	ball_warning_days: v.optional(whole(1, 365, 'Days after which something counts as held too long')),
	minutes_working_days: v.optional(whole(1, 90, 'Working days for objections to minutes')),
	meeting_quorum_percent: v.optional(
		whole(1, 100, 'Members that must be present or represented, in per cent')
	),
	action_answer_working_days: v.optional(
		whole(1, 90, 'Working days after which an unanswered action counts as accepted')
	),
	action_moves_to_agenda: v.optional(
		whole(1, 20, 'Moves of its due day that bring an action onto the next agenda')
	),
	check_in_months: v.optional(whole(1, 12, 'Months that one check-in speaks of')),
	check_in_due_working_days: v.optional(
		whole(1, 60, 'Working days after the end of a period by which its check-in is due')
	),
	check_in_from_month: v.optional(
		whole(0, 120, 'First project month of check-ins; 0: when the project is set up here')
	),
	reviews_per_week: v.optional(whole(1, 20, 'Reviews that one person can end in one week')),
	risk_medium_from: v.optional(whole(2, 25, 'Likelihood times severity from which a risk is medium')),
	risk_high_from: v.optional(whole(2, 25, '… and high')),
	holidays: v.optional(
		v.pipe(v.record(v.string(), v.array(day('A day without work'))), v.description('By country code'))
	),
	...provenance
});

export const checklists = v.strictObject({
	code: text(20, 'QA-D'),
	title: text(200, 'Title'),
	applies_to: v.optional(
		v.picklist(['deliverable', 'entry', 'institution'], 'must be deliverable, entry or institution'),
		'deliverable'
	),
	note: v.optional(v.pipe(v.string(), v.maxLength(2000, 'must have at most 2000 characters')), ''),
	items: v.pipe(
		v.array(
			v.strictObject({
				section: v.optional(v.pipe(v.string(), v.maxLength(120, 'must have at most 120 characters')), ''),
				text: text(500, 'What is to be checked'),
				help: v.optional(v.pipe(v.string(), v.maxLength(2000, 'must have at most 2000 characters')), ''),
				mandatory: v.optional(v.boolean(), true)
			})
		),
		v.minLength(1, 'must have at least one item')
	),
	...provenance
});

const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens, at most 60'),
	v.description('Stable key')
);

/** What the entries of the catalogue are about. */
export const themes = v.strictObject({
	code: slug,
	title: text(120, 'Title'),
	kind: v.optional(v.picklist(['subject', 'cross-cutting']), 'subject'),
	...provenance
});

export const facts = v.strictObject({
	code: slug,
	kind: v.picklist(FACT_KINDS),
	title: text(500, 'Title'),
	text: v.optional(v.pipe(v.string(), v.maxLength(8000, 'must have at most 8000 characters')), ''),
	starts_on: maybe(day('First day')),
	ends_on: maybe(day('Last day')),
	place: maybe(text(200, 'Place')),
	organisation: maybe(organisation('Host, issuer or home')),
	work_package: maybe(workPackage('It belongs to')),
	value: maybe(text(500, 'Number, status, journal …')),
	...provenance
});

export const baseline = v.strictObject({
	reference: v.optional(text(200, 'Document that holds the plan'), 'Grant agreement, Annex 1'),
	note: v.optional(v.pipe(v.string(), v.maxLength(2000, 'must have at most 2000 characters')), ''),
	signed_on: maybe(day('Signed; without it, the first day of the project'))
});
