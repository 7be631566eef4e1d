import { accept, approve, submit } from './acts/deliverable-portal.ts';
import { sign } from './acts/deliverable-reviews.ts';
import { assign, confirm, draft, request, start } from './acts/deliverable-work.ts';
import { askToVerify, claim, declare, prove, verify } from './acts/milestones.ts';
import { step, type Step } from './step.ts';

interface Review {
	code: string;
	author: string;
	reviewers: readonly [string, string];
	format?: 'pdf' | 'csv';
	annex?: string;
	/** Days; what is left out has not happened. */
	start: string;
	draft: string;
	open: string;
	signed: readonly string[];
	approved?: string;
	submitted?: string;
	accepted?: string;
}

/** The straight way of a deliverable, as far as it went. */
export function reviewed(story: Review): Step[] {
	const { code, author, reviewers } = story;
	const maybe = (day: string | undefined, hour: string, act: Step['do']) =>
		day === undefined ? [] : [step(`${day}T${hour}`, 'coordinator', act)];
	const written = {
		note: 'First complete draft',
		...(story.format === undefined ? {} : { format: story.format }),
		...(story.annex === undefined ? {} : { annex: story.annex })
	};
	return [
		step(`${story.start}T08:10`, author, start(code)),
		step(`${story.draft}T08:40`, author, draft(code, written)),
		step(`${story.draft}T09:05`, author, confirm(code)),
		step(`${story.open}T07:50`, 'qa.lead', assign(code, ...reviewers)),
		step(`${story.open}T09:20`, author, request(code)),
		...story.signed.map((day, index) => step(`${day}T1${index}:15`, reviewers[index] ?? '', sign(code))),
		...maybe(story.approved, '13:30', approve(code)),
		...maybe(story.submitted, '14:10', submit(code)),
		...maybe(story.accepted, '15:00', accept(code))
	];
}

interface Claim {
	code: string;
	claimant: string;
	verifiers: readonly string[];
	achieved: string;
	claimed: string;
	asked: string;
	verified: readonly string[];
	declared?: string;
}

/** The straight way of a milestone, as far as it went. */
export function claimed(story: Claim): Step[] {
	const { code, claimant, verifiers } = story;
	return [
		step(`${story.claimed}T08:20`, claimant, prove(code)),
		step(`${story.claimed}T09:10`, claimant, claim(code, story.achieved)),
		step(`${story.asked}T08:00`, 'qa.lead', askToVerify(code, ...verifiers)),
		...story.verified.map((day, index) => step(`${day}T1${index}:30`, verifiers[index] ?? '', verify(code))),
		...(story.declared === undefined ? [] : [step(`${story.declared}T14:30`, 'coordinator', declare(code))])
	];
}
