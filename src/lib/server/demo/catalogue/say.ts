import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import type { Given } from '#lib/server/demo/acts/entries.ts';
import type { SampleEntry } from './sample-entry.ts';

const OWNERS: Readonly<Record<string, { site: string; unit: string }>> = {
	KAZNU: { site: 'https://kaznu.example', unit: 'Office of Academic Development, KazNU' },
	KOKSU: { site: 'https://koksu.example', unit: 'Department of Academic Policy, KOKSU' },
	AYU: { site: 'https://ayu.example', unit: 'Quality office, AYU' },
	FPI: { site: 'https://fpi.example', unit: 'Teaching department, FPI' },
	TIIAME: { site: 'https://tiiame.example', unit: 'Quality control department, TIIAME' },
	BINRM: { site: 'https://binrm.example', unit: 'Teaching department, BINRM' },
	BSU: { site: 'https://bsu.example', unit: 'Quality control department, BSU' },
	IAU: { site: 'https://iau.example', unit: 'Teaching department, IAU' }
};

function ownerOf({ code }: SampleEntry) {
	return (
		OWNERS[code.split('-')[1] ?? ''] ?? { site: 'https://catalogue.example', unit: 'Teaching department' }
	);
}

/** What a sample entry says in one of its elements. */
export function say(entry: SampleEntry, element: StoredElement, checkedOn: string): Given {
	const given = entry.instead?.[element];
	if (given) return given;
	const { site, unit } = ownerOf(entry);
	const assessed = [...new Set(entry.outcomes.flatMap(([, , how]) => (how === null ? [] : [how])))];
	const isTranslated = entry.outcomes.some(([, ru]) => ru !== null);
	const both = (en: string, ru: string) => ({ value: isTranslated ? { en, ru } : { en } });
	switch (element) {
		case 'title':
			return { value: entry.title };
		case 'target-group':
			return { value: { en: entry.group } };
		case 'need':
			return { value: { en: entry.need } };
		case 'sdgs':
			return { value: entry.sdgs };
		case 'learning-outcomes':
			return {
				value: entry.outcomes.map(([en, ru, assessment], index) => ({
					id: `outcome-${index + 1}`,
					texts: ru === null ? { en } : { en, ru },
					assessment
				}))
			};
		case 'workload':
			return { value: { hours: entry.hours ?? entry.ects * 30, ects: entry.ects } };
		case 'assessment':
			return { value: assessed };
		case 'participation':
			return { value: [entry.form] };
		case 'languages':
			return { value: entry.languages };
		case 'prerequisites':
			return {
				value: { texts: { en: 'Secondary education, and reading English at level B1.' }, entryCodes: [] }
			};
		case 'isced-f':
			return { value: entry.isced };
		case 'level':
			return {
				value: {
					eqf: entry.eqf,
					cycle: entry.eqf === 5 ? 'short' : entry.eqf === 6 ? 'first' : 'second',
					national: `NQF level ${entry.eqf}`
				}
			};
		case 'skills':
			return { value: [{ label: entry.title.en.toLowerCase(), uri: null }] };
		case 'stackability':
			return {
				value: {
					texts: { en: `Counts ${entry.ects} credits as an elective of the programmes of the faculty.` },
					partOf: []
				}
			};
		case 'quality-assurance':
			return {
				value: { type: 'institution-accredited', text: `${unit} reviews it every year with its learners.` }
			};
		case 'description':
			return both(
				`${entry.title.en}: a short course of ${entry.ects} credits for ${lower(entry.group)} ${entry.need}`,
				`${entry.title['ru'] ?? entry.title.en}: короткий курс объёмом ${entry.ects} кредита для специалистов и студентов, с практическими заданиями и итоговой оценкой.`
			);
		case 'contact':
			return { value: unit };
		case 'licence':
			return { value: 'CC-BY-4.0' };
		case 'homepage':
			return { value: { url: `${site}/${entry.code.toLowerCase()}`, checkedOn } };
		case 'supervision':
			return { value: 'The assessment is supervised; learners show an identity card.' };
		case 'grading':
			return { value: 'Pass or fail; 60 of 100 points are needed.' };
		case 'cohorts':
			return {
				value: [
					{ name: 'First group', startsOn: '2026-03-02', endsOn: '2026-04-10', enrolled: 22, completed: 19 }
				]
			};
		case 'programmes':
			return { value: ['Bachelor of Ecology, elective of the third year'] };
		case 'further-information':
			return { value: { en: 'A certificate of participation is given to those who do not pass.' } };
		case 'theme':
			return { value: entry.theme };
	}
}

function lower(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}
