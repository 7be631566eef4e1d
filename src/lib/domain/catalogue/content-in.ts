import type { EntryContent, Held, Texts } from './content.ts';
import { textIn } from './public-entry.ts';

/** The content with every text in one language only: the one asked for, else English, else any. */
export function contentIn(content: EntryContent, language: string): EntryContent {
	const only = (texts: Texts): Texts => {
		const found = textIn(texts, language);
		return found ? { [found.lang]: found.text } : {};
	};
	const held = <V>(one: Held<V> | undefined, change: (value: V) => V): Held<V> | undefined =>
		one?.standing === 'value' ? { standing: 'value', value: change(one.value) } : undefined;
	return {
		...content,
		title: held(content.title, only),
		description: held(content.description, only),
		'target-group': held(content['target-group'], only),
		'further-information': held(content['further-information'], only),
		'learning-outcomes': held(content['learning-outcomes'], (all) =>
			all.map((outcome) => ({ ...outcome, texts: only(outcome.texts) }))
		),
		prerequisites: held(content.prerequisites, (one) => ({ ...one, texts: only(one.texts) })),
		stackability: held(content.stackability, (one) => ({ ...one, texts: only(one.texts) }))
	};
}
