import type {
	AssessmentType,
	LanguageCode,
	Licence,
	ParticipationForm,
	QfEheaCycle,
	QualityAssuranceType
} from '#lib/domain/catalogue/vocabularies.ts';

export const ASSESSMENT_WORDS: Readonly<Record<AssessmentType, string>> = {
	'written-exam': 'Written examination',
	'oral-exam': 'Oral examination',
	test: 'Test or quiz',
	assignment: 'Written assignment',
	project: 'Project work',
	portfolio: 'Portfolio',
	presentation: 'Presentation',
	practical: 'Practical or laboratory work',
	'case-study': 'Case study',
	reflection: 'Reflective journal',
	peer: 'Assessment by peers',
	continuous: 'Continuous assessment'
};

export const PARTICIPATION_WORDS: Readonly<Record<ParticipationForm, string>> = {
	online: 'Online',
	onsite: 'On site',
	blended: 'Blended'
};

export const QUALITY_ASSURANCE_WORDS: Readonly<Record<QualityAssuranceType, string>> = {
	'institution-accredited': 'The institution is accredited or externally reviewed',
	'programme-accredited': 'The programme it belongs to is accredited',
	'credential-reviewed': 'The micro-credential itself was externally reviewed',
	internal: 'Internal quality assurance of the institution',
	'professional-body': 'Recognised by a professional body'
};

export const LICENCE_WORDS: Readonly<Record<Licence, string>> = {
	'CC-BY-4.0': 'CC BY 4.0',
	'CC-BY-SA-4.0': 'CC BY-SA 4.0 (share alike)',
	'CC-BY-ND-4.0': 'CC BY-ND 4.0 (no changes)',
	'CC-BY-NC-4.0': 'CC BY-NC 4.0 (not commercial)',
	'CC-BY-NC-SA-4.0': 'CC BY-NC-SA 4.0 (not commercial, share alike)',
	'CC-BY-NC-ND-4.0': 'CC BY-NC-ND 4.0 (not commercial, no changes)',
	'CC0-1.0': 'CC0 1.0 (public domain)',
	proprietary: 'All rights reserved'
};

export const CYCLE_WORDS: Readonly<Record<QfEheaCycle, string>> = {
	short: 'Short cycle',
	first: 'First cycle (bachelor)',
	second: 'Second cycle (master)',
	third: 'Third cycle (doctorate)'
};

const LANGUAGE_WORDS: Readonly<Record<LanguageCode, { english: string; own: string }>> = {
	en: { english: 'English', own: 'English' },
	kk: { english: 'Kazakh', own: 'Қазақша' },
	uz: { english: 'Uzbek', own: 'Oʻzbekcha' },
	ru: { english: 'Russian', own: 'Русский' },
	es: { english: 'Spanish', own: 'Español' },
	it: { english: 'Italian', own: 'Italiano' },
	el: { english: 'Greek', own: 'Ελληνικά' },
	ca: { english: 'Catalan', own: 'Català' },
	kaa: { english: 'Karakalpak', own: 'Qaraqalpaqsha' },
	ky: { english: 'Kyrgyz', own: 'Кыргызча' },
	tg: { english: 'Tajik', own: 'Тоҷикӣ' },
	tr: { english: 'Turkish', own: 'Türkçe' },
	de: { english: 'German', own: 'Deutsch' },
	fr: { english: 'French', own: 'Français' },
	pt: { english: 'Portuguese', own: 'Português' },
	zh: { english: 'Chinese', own: '中文' }
};

/** By number, 1 to 17; the goals of the 2030 Agenda in short. */
export const SDG_WORDS: Readonly<Record<string, string>> = {
	1: 'No poverty',
	2: 'Zero hunger',
	3: 'Good health and well-being',
	4: 'Quality education',
	5: 'Gender equality',
	6: 'Clean water and sanitation',
	7: 'Affordable and clean energy',
	8: 'Decent work and economic growth',
	9: 'Industry, innovation and infrastructure',
	10: 'Reduced inequalities',
	11: 'Sustainable cities and communities',
	12: 'Responsible consumption and production',
	13: 'Climate action',
	14: 'Life below water',
	15: 'Life on land',
	16: 'Peace, justice and strong institutions',
	17: 'Partnerships for the goals'
};

const LANGUAGES: Readonly<Record<string, { english: string; own: string } | undefined>> = LANGUAGE_WORDS;

/** The English name of a language; the code itself where it is not in the list. */
export function languageName(code: string): string {
	return LANGUAGES[code]?.english ?? code;
}
