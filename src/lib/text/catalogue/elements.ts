import type { Element } from '#lib/domain/catalogue/elements.ts';

export interface ElementWords {
	label: string;
	/** One or two letters at the head of a matrix; unique. */
	mark: string;
	/** Why it is asked for: shown beside the field. */
	why: string;
	example: string;
}

/** What each element of a catalogue entry is called, and why it is asked for. */
export const ELEMENT_WORDS: Readonly<Record<Element, ElementWords>> = {
	title: {
		label: 'Title',
		mark: 'T',
		why: 'Learners and employers find the micro-credential by it, in their own language and in English.',
		example: 'Water quality monitoring in arid regions'
	},
	country: {
		label: 'Country of the issuer',
		mark: 'C',
		why: 'Says which quality assurance and which rules of recognition apply. It follows from the owner.',
		example: 'Kazakhstan'
	},
	'awarding-body': {
		label: 'Awarding body',
		mark: 'AB',
		why: 'The organisation that answers for the award. A joint entry names every one, and each of them approves it.',
		example: 'Al-Farabi Kazakh National University'
	},
	'learning-outcomes': {
		label: 'Learning outcomes',
		mark: 'LO',
		why: 'What a learner knows and can do at the end, in words that can be assessed. Recognition rests on them.',
		example: 'Calculate a water quality index from field measurements'
	},
	workload: {
		label: 'Workload and credits',
		mark: 'W',
		why: 'Hours of a typical learner, and ECTS credits: without them nobody can transfer it or count it.',
		example: '90 hours, 3 ECTS'
	},
	level: {
		label: 'Level',
		mark: 'L',
		why: 'Places it in the EQF, in the cycles of the QF-EHEA and in the national framework.',
		example: 'EQF 6, first cycle, NQF level 6'
	},
	assessment: {
		label: 'Type of assessment',
		mark: 'A',
		why: 'A micro-credential is awarded for assessed learning, never for attendance.',
		example: 'Project work and a presentation'
	},
	participation: {
		label: 'Form of participation',
		mark: 'P',
		why: 'Tells learners whether they have to travel.',
		example: 'Blended'
	},
	'quality-assurance': {
		label: 'Quality assurance',
		mark: 'Q',
		why: 'What stands behind the award: others trust it as far as they trust this.',
		example: 'Accredited institution, last reviewed in 2024 by an agency listed in EQAR'
	},
	prerequisites: {
		label: 'Prerequisites',
		mark: 'PR',
		why: 'What learners need before they enrol. "None" is an answer.',
		example: 'Secondary school mathematics; English at B1'
	},
	supervision: {
		label: 'Supervision and identity',
		mark: 'SV',
		why: 'How the institution makes sure that the person assessed is the person enrolled.',
		example: 'Supervised on site, with identity check'
	},
	grading: {
		label: 'Grading scheme',
		mark: 'G',
		why: 'Others can only convert a grade whose scale they know.',
		example: 'Pass or fail; pass from 60 of 100 points'
	},
	stackability: {
		label: 'Stackability',
		mark: 'S',
		why: 'Whether it stands alone or counts towards something larger.',
		example: 'With MC-KAZNU-04 and MC-KAZNU-05 it replaces one elective of the master in ecology'
	},
	'further-information': {
		label: 'Further information',
		mark: 'FI',
		why: 'Whatever learners ask about most often: dates, costs, equipment.',
		example: 'Free for staff of partner universities; bring a laptop'
	},
	description: {
		label: 'Description',
		mark: 'D',
		why: 'The paragraph that catalogues show under the title.',
		example: 'A practical introduction to sampling, measuring and reporting the quality of surface water.'
	},
	'isced-f': {
		label: 'Field of education (ISCED-F)',
		mark: 'IF',
		why: 'Search by subject works across countries only by this code.',
		example: '0521 Environmental sciences'
	},
	languages: {
		label: 'Language of instruction',
		mark: 'LA',
		why: 'Learners choose by it, and catalogues filter by it.',
		example: 'Kazakh, English'
	},
	licence: {
		label: 'Licence',
		mark: 'LI',
		why: 'Says whether other institutions may use the material again.',
		example: 'CC BY 4.0'
	},
	homepage: {
		label: 'Home page',
		mark: 'HP',
		why: 'Where learners enrol. Every catalogue links to it.',
		example: 'https://www.example.org/courses/water-quality'
	},
	contact: {
		label: 'Contact',
		mark: 'CT',
		why: 'An office that still answers when its staff have changed, rather than one person.',
		example: 'Office of continuing education, courses@example.org'
	},
	skills: {
		label: 'Skills',
		mark: 'SK',
		why: 'Employers and job services search by skill. Use ESCO terms where there are any.',
		example: 'measure water quality parameters'
	},
	theme: {
		label: 'Theme',
		mark: 'TH',
		why: 'Shows which parts of the catalogue are still thin.',
		example: 'Water and sanitation'
	},
	sdgs: {
		label: 'Sustainable Development Goals',
		mark: 'SD',
		why: 'Shows what it contributes to; the project reports on it.',
		example: '6 Clean water and sanitation'
	},
	'target-group': {
		label: 'Target group',
		mark: 'TG',
		why: 'Whom it is made for decides level, language and hours.',
		example: 'Staff of regional water laboratories'
	},
	need: {
		label: 'Need it answers',
		mark: 'N',
		why: 'A micro-credential nobody asked for will not find learners. Add what shows the need as evidence.',
		example: 'Three regional laboratories asked for trained staff after the standard changed in 2025'
	},
	programmes: {
		label: 'Programmes it enters',
		mark: 'PG',
		why: 'Embedded in a programme, it outlives the project.',
		example: 'Master in ecology, elective in the second semester'
	},
	cohorts: {
		label: 'Cohorts',
		mark: 'CO',
		why: 'Dates and numbers of each group of learners: they show that it runs. Nobody is also a number.',
		example: 'Autumn 2026, 1 October to 15 December, 24 enrolled, 21 completed'
	}
};
