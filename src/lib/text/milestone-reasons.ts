import type { MilestoneReason } from '#lib/domain/milestone-reasons.ts';
import { dayText } from './dates.ts';
import type { Sentence } from './sentence.ts';

/** Refusals of milestones in words: why, and what to do next. */
export function milestoneSentence(reason: MilestoneReason): Sentence {
	switch (reason.code) {
		case 'means-missing':
			return {
				text: 'This milestone has no means of verification, so nothing could prove it.',
				next: 'The coordinator adds the means of verification of the agreement to the plan.'
			};
		case 'means-without-evidence':
			return {
				text: `Means ${reason.position} has no evidence: ${reason.text}`,
				next: 'Upload a file, give a link, or reuse evidence of the project.'
			};
		case 'deliverable-not-approved':
			return {
				text: `It rests on ${reason.item}, which is ${reason.state.replaceAll('-', ' ')} and not approved yet.`,
				next: `Bring ${reason.item} through its review first.`
			};
		case 'day-in-future':
			return {
				text: `The day ${reason.what === 'achieved' ? 'of achievement' : 'of the portal entry'} (${dayText(reason.day)}) lies in the future.`,
				next: 'Enter the day on which it happened: today or before.'
			};
		case 'day-not-in-future':
			return {
				text: `The new day (${dayText(reason.day)}) is not in the future.`,
				next: 'Enter a day after today.'
			};
		case 'organisation-leads-work-package':
			return {
				text: `${reason.organisation} leads ${reason.workPackage}, so nobody from ${reason.organisation} can verify its milestones.`,
				next: 'Choose somebody from an organisation that neither leads nor contributed.'
			};
		case 'already-verifier':
			return { text: `${reason.person} is assigned already.`, next: 'Choose somebody else.' };
		case 'not-a-candidate':
			return {
				text: 'This person holds no role under which one can verify here.',
				next: 'Choose somebody of the list; the coordinator can propose a QA reviewer role for others.'
			};
		case 'not-assigned':
			return {
				text: `${reason.person} is not assigned to verify this milestone.`,
				next: 'The QA lead assigns verifiers.'
			};
		case 'claim-moved-on':
			return {
				text: 'The milestone was claimed anew after you opened this page.',
				next: 'Reload the page and look at the evidence that is claimed now.'
			};
		case 'evidence-changed-since-claim':
			return {
				text: 'Evidence of the claim was withdrawn since it was made.',
				next: 'A verifier returns the milestone, or the QA lead reopens it, so that it is claimed with what stands.'
			};
		case 'means-not-judged':
			return {
				text: `You have not judged means ${reason.position} yet: ${reason.text}`,
				next: 'Judge it sufficient or insufficient.'
			};
		case 'means-judged-insufficient':
			return {
				text: `You judged means ${reason.position} insufficient: ${reason.text}`,
				next: 'Return the milestone, or change your judgement.'
			};
		case 'nothing-insufficient':
			return {
				text: 'You judged no means insufficient, so there is nothing to return it for.',
				next: 'Mark the insufficient means and say what is missing.'
			};
		case 'already-verified':
			return {
				text: `${reason.person} has signed this claim already.`,
				next: 'A further signature must come from another person.'
			};
		case 'verifier-not-independent':
			return {
				text: `${reason.person} verified this milestone, and is no longer independent of it.`,
				next: 'The QA lead or the coordinator reopens it, so that somebody else verifies it.'
			};
		case 'declarer-took-part':
			return {
				text: `${reason.person} ${reason.as === 'claimant' ? 'claimed' : 'verified'} this milestone and cannot countersign it.`,
				next: 'Another person with the coordinator role countersigns.'
			};
		case 'file-missing':
			return { text: 'No file was chosen.', next: 'Choose a file, or take a photo, and send it again.' };
		case 'evidence-already-linked':
			return { text: `${reason.name} is linked to this already.`, next: null };
		case 'evidence-withdrawn':
			return { text: `${reason.name} was withdrawn.`, next: 'Link evidence that stands.' };
		case 'replaced-by-itself':
			return {
				text: 'A milestone cannot replace itself.',
				next: 'Choose the milestone that takes its place.'
			};
	}
}
