import type { Cohort, EntryContent, StoredElement, Texts } from '#lib/domain/catalogue/content.ts';
import { dayText } from '#lib/text/dates.ts';
import { ISCED_WORDS } from './isced-fields.ts';
import {
	ASSESSMENT_WORDS,
	CYCLE_WORDS,
	languageName,
	LICENCE_WORDS,
	PARTICIPATION_WORDS,
	QUALITY_ASSURANCE_WORDS,
	SDG_WORDS
} from './vocabularies.ts';

/** One line of an element as people read it. */
export interface ElementLine {
	text: string;
	/** Code of the language the text is in, where it has one, and its name. */
	lang?: string;
	language?: string;
	href?: string;
	/** What stands beside it in small: how an outcome is assessed. */
	note?: string;
	/** Place in a numbered list; lines of one outcome share it. */
	position?: number;
}

/** The value of an element in lines; none where it holds no value. `themes` are titles by code. */
export function elementLines(
	element: StoredElement,
	content: EntryContent,
	themes: Readonly<Record<string, string>> = {}
): ElementLine[] {
	switch (element) {
		case 'title':
		case 'description':
		case 'target-group':
		case 'need':
		case 'further-information':
			return textLines(valueOf(content[element]) ?? {});
		case 'learning-outcomes':
			return (valueOf(content[element]) ?? []).flatMap(({ texts, assessment }, index) => {
				const note = assessment === null ? 'no assessment yet' : word(ASSESSMENT_WORDS, assessment);
				return textLines(texts).map((line, at) => ({
					...line,
					position: index + 1,
					...(at === 0 ? { note } : {})
				}));
			});
		case 'workload': {
			const { hours = null, ects = null } = valueOf(content[element]) ?? {};
			return lines([hours !== null && `${hours} hours`, ects !== null && `${ects} ECTS`]);
		}
		case 'level': {
			const { eqf = null, cycle = null, national = '' } = valueOf(content[element]) ?? {};
			return lines([eqf !== null && `EQF ${eqf}`, cycle !== null && CYCLE_WORDS[cycle], national]);
		}
		case 'assessment':
			return lines((valueOf(content[element]) ?? []).map((code) => word(ASSESSMENT_WORDS, code)));
		case 'participation':
			return lines((valueOf(content[element]) ?? []).map((code) => word(PARTICIPATION_WORDS, code)));
		case 'languages':
			return lines((valueOf(content[element]) ?? []).map(languageName));
		case 'sdgs':
			return lines(
				(valueOf(content[element]) ?? []).map((goal) => `${goal} ${word(SDG_WORDS, String(goal))}`)
			);
		case 'quality-assurance': {
			const { type = '', text = '' } = valueOf(content[element]) ?? {};
			return lines([type !== '' && word(QUALITY_ASSURANCE_WORDS, type), text]);
		}
		case 'prerequisites': {
			const { texts = {}, entryCodes = [] } = valueOf(content[element]) ?? {};
			return [...textLines(texts), ...lines(entryCodes.map((code) => `First ${code}`))];
		}
		case 'stackability': {
			const { texts = {}, partOf = [] } = valueOf(content[element]) ?? {};
			return [...textLines(texts), ...lines(partOf.map((part) => `Part of ${part}`))];
		}
		case 'supervision':
		case 'grading':
		case 'contact':
			return lines([valueOf(content[element]) ?? '']);
		case 'isced-f': {
			const code = valueOf(content[element]) ?? '';
			return lines([code !== '' && `${code} ${word(ISCED_WORDS, code, '')}`.trim()]);
		}
		case 'licence': {
			const code = valueOf(content[element]) ?? '';
			return lines([code !== '' && word(LICENCE_WORDS, code)]);
		}
		case 'theme': {
			const code = valueOf(content[element]) ?? '';
			return lines([code !== '' && (themes[code] ?? code)]);
		}
		case 'homepage': {
			const { url = '', checkedOn = null } = valueOf(content[element]) ?? {};
			if (url === '') return [];
			const note = checkedOn === null ? 'not checked yet' : `answered on ${dayText(checkedOn)}`;
			return [{ text: url, note, ...(/^https?:\/\//.test(url) ? { href: url } : {}) }];
		}
		case 'skills':
			return (valueOf(content[element]) ?? []).map(({ label, uri }) =>
				uri !== null && /^https?:\/\//.test(uri) ? { text: label, href: uri } : { text: label }
			);
		case 'programmes':
			return lines(valueOf(content[element]) ?? []);
		case 'cohorts':
			return lines((valueOf(content[element]) ?? []).map(cohortText));
	}
}

type AnyHeld<Value> = { standing: 'value'; value: Value } | { standing: 'not-applicable' } | undefined;

function valueOf<Value>(held: AnyHeld<Value>): Value | undefined {
	return held?.standing === 'value' ? held.value : undefined;
}

function textLines(texts: Texts): ElementLine[] {
	return Object.entries(texts).map(([lang, text]) => ({ lang, language: languageName(lang), text }));
}

function lines(texts: readonly (string | false)[]): ElementLine[] {
	return texts.flatMap((text) => (text === false || text === '' ? [] : [{ text }]));
}

function word(words: Readonly<Record<string, string>>, code: string, otherwise = code): string {
	return words[code] ?? otherwise;
}

function cohortText({ name, startsOn, endsOn, enrolled, completed }: Cohort): string {
	return [
		name,
		startsOn === null && endsOn === null ? 'no dates yet' : `${dayText(startsOn)} to ${dayText(endsOn)}`,
		enrolled === null ? 'enrolled not counted' : `${enrolled} enrolled`,
		completed === null ? 'completed not counted' : `${completed} completed`
	]
		.filter((part) => part !== '')
		.join(', ');
}
