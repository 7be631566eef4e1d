import type { HomeSection } from '#lib/domain/home.ts';

/** One sentence under the title, by the section that comes first for this person. */
export const HOME_LEAD_TEXT: Partial<Record<HomeSection | 'none', string>> = {
	queue: 'What waits for your signature, what it no longer covers, and what reviews find.',
	ball: 'What waits for you, what is late and whose it is, and what comes next.',
	'check-in': 'What you report, what you and yours owe, and what comes next.',
	partners: 'Which organisation of your country owes what, and by when.',
	results: 'What the project has delivered and what was verified.',
	installation: 'The technical side of this installation.',
	none: 'You are a member of this project but hold no role at the moment. Ask the coordinator.'
};
