import type { EntryContent, Held, StoredElement, Texts } from '#lib/domain/catalogue/content.ts';

/** What the fields of an element's form hold, by name; lists where a name comes several times. */
export type ElementFields = Record<string, string | string[]>;

/** The fields of the editor filled with what an element holds; `readElement` is the way back. */
export function elementFields(element: StoredElement, content: EntryContent): ElementFields {
	switch (element) {
		case 'title':
		case 'description':
		case 'target-group':
		case 'need':
		case 'further-information':
			return textFields('text', valueOf(content[element]) ?? {});
		case 'learning-outcomes': {
			const outcomes = valueOf(content[element]) ?? [];
			const languages = [...new Set(outcomes.flatMap(({ texts }) => Object.keys(texts)))];
			return {
				outcomeId: outcomes.map(({ id }) => id),
				outcomeAssessment: outcomes.map(({ assessment }) => assessment ?? ''),
				...Object.fromEntries(
					languages.map((code) => [`outcome.${code}`, outcomes.map(({ texts }) => texts[code] ?? '')])
				)
			};
		}
		case 'workload': {
			const { hours = null, ects = null } = valueOf(content[element]) ?? {};
			return { hours: numberText(hours), ects: numberText(ects) };
		}
		case 'level': {
			const { eqf = null, cycle = null, national = '' } = valueOf(content[element]) ?? {};
			return { eqf: numberText(eqf), cycle: cycle ?? '', national };
		}
		case 'assessment':
		case 'participation':
		case 'languages':
			return { codes: [...(valueOf(content[element]) ?? [])] };
		case 'sdgs':
			return { codes: (valueOf(content[element]) ?? []).map(String) };
		case 'quality-assurance': {
			const { type = '', text = '' } = valueOf(content[element]) ?? {};
			return { type, text };
		}
		case 'prerequisites': {
			const { texts = {}, entryCodes = [] } = valueOf(content[element]) ?? {};
			return { ...textFields('text', texts), lines: entryCodes.join('\n') };
		}
		case 'stackability': {
			const { texts = {}, partOf = [] } = valueOf(content[element]) ?? {};
			return { ...textFields('text', texts), lines: partOf.join('\n') };
		}
		case 'supervision':
		case 'grading':
		case 'contact':
		case 'isced-f':
		case 'licence':
		case 'theme':
			return { value: valueOf(content[element]) ?? '' };
		case 'homepage': {
			const { url = '', checkedOn = null } = valueOf(content[element]) ?? {};
			return { url, checkedOn: checkedOn ?? '' };
		}
		case 'skills': {
			const skills = valueOf(content[element]) ?? [];
			return {
				lines: skills.map(({ label, uri }) => (uri === null ? label : `${label} | ${uri}`)).join('\n')
			};
		}
		case 'programmes':
			return { lines: (valueOf(content[element]) ?? []).join('\n') };
		case 'cohorts': {
			const cohorts = valueOf(content[element]) ?? [];
			return {
				cohortName: cohorts.map(({ name }) => name),
				cohortStarts: cohorts.map(({ startsOn }) => startsOn ?? ''),
				cohortEnds: cohorts.map(({ endsOn }) => endsOn ?? ''),
				cohortEnrolled: cohorts.map(({ enrolled }) => numberText(enrolled)),
				cohortCompleted: cohorts.map(({ completed }) => numberText(completed))
			};
		}
	}
}

function valueOf<Value>(held: Held<Value> | undefined): Value | undefined {
	return held?.standing === 'value' ? held.value : undefined;
}

function textFields(name: string, texts: Texts): ElementFields {
	return Object.fromEntries(Object.entries(texts).map(([code, text]) => [`${name}.${code}`, text]));
}

function numberText(number: number | null): string {
	return number === null ? '' : String(number);
}
