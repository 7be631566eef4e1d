import { searchText } from '#lib/domain/fold.ts';
import { inAnyScript } from '#lib/domain/latin.ts';
import type { EntryContent, Texts } from './content.ts';
import { textsOf } from './content.ts';
import { overlapTokens } from './overlap-words.ts';

type TagKind = 'theme' | 'language' | 'sdg' | 'level' | 'isced';

/** What lists filter, sort and compare by; follows from the content and is never typed in. */
export interface DerivedEntry {
	title: string;
	search: string;
	ects: number | null;
	/** See `overlapTokens`. */
	tokens: string;
	tags: readonly { kind: TagKind; code: string }[];
}

/** `title` is kept where no language has one. */
export function derivedOf(
	content: EntryContent,
	kept: { code: string; title: string },
	languages: readonly string[]
): DerivedEntry {
	const titles = textsOf('title', content)[0] ?? {};
	const { workload, skills } = content;
	const labels = skills?.standing === 'value' ? skills.value.map(({ label }) => label) : [];
	return {
		title: titleOf(titles, languages) ?? kept.title,
		search: inAnyScript(searchText(kept.code, kept.title, ...Object.values(titles), ...labels)),
		ects: workload?.standing === 'value' ? workload.value.ects : null,
		tokens: overlapTokens(content),
		tags: tagsOf(content)
	};
}

/** English, else the first language of the project that has a text, else any. */
function titleOf(titles: Texts, languages: readonly string[]): string | undefined {
	const first = ['en', ...languages].map((language) => titles[language]).find((text) => text);
	return first ?? Object.values(titles).find((text) => text);
}

function tagsOf(content: EntryContent): DerivedEntry['tags'] {
	const { theme, languages, sdgs, level } = content;
	const isced = content['isced-f'];
	return [
		...(theme?.standing === 'value' ? tags('theme', [theme.value]) : []),
		...(languages?.standing === 'value' ? tags('language', languages.value) : []),
		...(sdgs?.standing === 'value' ? tags('sdg', sdgs.value.map(String)) : []),
		...(level?.standing === 'value' && level.value.eqf !== null
			? tags('level', [String(level.value.eqf)])
			: []),
		...(isced?.standing === 'value' ? tags('isced', [isced.value]) : [])
	];
}

function tags(kind: TagKind, codes: readonly string[]): { kind: TagKind; code: string }[] {
	return [...new Set(codes)].filter((code) => code !== '').map((code) => ({ kind, code }));
}
