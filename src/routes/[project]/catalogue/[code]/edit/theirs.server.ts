import { isStoredElement, parseContent } from '#lib/schemas/catalogue/content.ts';
import type { FormFailure } from '#lib/server/http/form.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { listThemes } from '#lib/server/queries/list-themes.ts';
import { elementLines, type ElementLine } from '#lib/text/catalogue/element-lines.ts';

/** What stands in the catalogue now, as people read it. */
export interface Stands {
	lines: ElementLine[];
	/** Why it does not apply, where it does not. */
	reason: string | null;
}

/** What somebody else wrote meanwhile, where that is why nothing was saved. */
export async function readTheirs(
	{ db, actor }: Pick<ProjectRequest, 'db' | 'actor'>,
	{ values, theirs }: Pick<FormFailure, 'values' | 'theirs'>
): Promise<Stands | null> {
	const element = String(values['element']);
	if (!theirs || !isStoredElement(element)) return null;
	const { standing, value = 'null', reason = '' } = theirs;
	const isAway = standing === 'not-applicable';
	const held = { element, standing: standing === 'value' ? 'value' : 'empty', value, reason } as const;
	const themes = await listThemes(db, actor.projectId);
	const titles = Object.fromEntries(themes.map(({ code, title }) => [code, title]));
	return {
		lines: isAway ? [] : elementLines(element, parseContent([held]), titles),
		reason: isAway ? reason : null
	};
}
