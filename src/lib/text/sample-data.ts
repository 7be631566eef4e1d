import type { SampleReason } from '#lib/domain/sample-data.ts';
import type { Sentence } from './sentence.ts';

export function sampleSentence(reason: SampleReason): Sentence {
	switch (reason.code) {
		case 'nothing-invented':
			return { text: 'There is no sample data in this project.', next: null };
		case 'word-differs':
			return { text: `To confirm, type ${reason.word}.`, next: 'Nothing was removed.' };
		case 'no-own-coordinator':
			return {
				text: 'Nobody of your own coordinates this project yet, so nobody could sign in afterwards.',
				next: 'Invite a coordinator under People, and let them set their password first.'
			};
		case 'sample-people-elsewhere':
			return {
				text: `${reason.people.join(', ')} of the sample people also belong to another project.`,
				next: 'End their membership there first.'
			};
	}
}

const WHAT: Record<string, readonly [one: string, many: string]> = {
	actions: ['action', 'actions'],
	decisions: ['decision', 'decisions'],
	outreach: ['line of the dissemination log', 'lines of the dissemination log'],
	activities: ['activity of mobility or training', 'activities of mobility and training'],
	deliverables: ['deliverable', 'deliverables'],
	milestones: ['milestone', 'milestones'],
	restarted: ['item of your own starts again', 'items of your own start again'],
	tasks: ['task', 'tasks'],
	periods: ['reporting period', 'reporting periods'],
	risks: ['risk', 'risks'],
	indicators: ['indicator', 'indicators'],
	actuals: ['reported number', 'reported numbers'],
	facts: ['public record', 'public records'],
	baselines: ['baseline', 'baselines'],
	plans: ['version of the quality plan', 'versions of the quality plan'],
	checklists: ['checklist', 'checklists'],
	values: ['value within a real record', 'values within real records'],
	organisations: ['organisation', 'organisations'],
	people: ['person with their account and roles', 'people with their accounts and roles'],
	files: ['file or link', 'files and links'],
	signatures: ['signature', 'signatures'],
	comments: ['comment', 'comments'],
	moves: ['move of a date', 'moves of dates']
};

/** 25 deliverables. */
export function sampleCountText(what: string, count: number): string {
	const [one, many] = WHAT[what] ?? [what, what];
	return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
