import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { profileApplies } from '#lib/domain/catalogue/criteria-versions.ts';
import { editBlocks } from '#lib/domain/catalogue/entry-edits.ts';
import { languageTexts } from '#lib/domain/catalogue/language-texts.ts';
import { weighEntry } from '#lib/domain/catalogue/weigh-entry.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { STORED_ELEMENTS } from '#lib/schemas/catalogue/content.ts';
import { elementFields } from '#lib/schemas/catalogue/element-fields.ts';
import { findEntryPage } from './find-entry-page.ts';
import { listCriteria } from './list-criteria.ts';

/** An entry as its editor fills the fields in, with what each profile in force says of each element; null: only to read. */
export async function findEntryEditor(db: Db, actor: Actor, code: string, today: Day) {
	const read = await findEntryPage(db, actor, code);
	if (!read) return undefined;
	if (!can(actor, 'entry:edit', read.found.subject).ok) return null;
	const { found, entry, themes } = read;
	const { algorithm } = read.version;
	const { item, facts, elements } = found;
	const [owner] = facts.bodies;
	const profiles = (await listCriteria(db, actor.projectId, today)).filter((one) =>
		profileApplies(one, owner?.country)
	);
	const weighed = profiles.map(({ code: profile, title, inForce }) => ({
		profile,
		title,
		rules: inForce.rules,
		results: weighEntry(inForce.rules, facts, algorithm)
	}));
	const local = algorithm.localLanguages[owner?.country ?? ''] ?? [];
	return {
		entry: { id: item.id, code: item.code, title: item.title, state: item.state, origin: item.origin },
		blocks: editBlocks(item.state, found.entry),
		fields: STORED_ELEMENTS.map((element) => {
			const row = elements.find((one) => one.element === element);
			return {
				element,
				version: row?.version ?? 0,
				isAway: row?.standing === 'not-applicable',
				reason: row?.reason ?? '',
				typed: elementFields(element, facts.content),
				proofs: facts.evidence[element] ?? 0,
				isProtected: algorithm.protectedElements.includes(element),
				needs: weighed.flatMap(({ profile, title, results, rules }) => {
					const result = results.find((one) => one.element === element);
					const rule = rules.find((one) => one.element === element);
					if (!result || !rule) return [];
					const { standing, reasons } = result;
					return [{ profile, title, standing, reasons, why: rule.why }];
				})
			};
		}),
		languages: algorithm.languages,
		/** Shown from the start: English, the languages of the owner's country, and those of any text. */
		asked: algorithm.languages.filter(
			(one) => one === 'en' || local.includes(one) || hasText(facts.content, one, algorithm.languages)
		),
		texts: languageTexts(entry.content, algorithm.languages),
		themes
	};
}

function hasText(content: Parameters<typeof languageTexts>[0], language: string, all: readonly string[]) {
	return languageTexts(content, all).some((one) => one.language === language && one.count > 0);
}
