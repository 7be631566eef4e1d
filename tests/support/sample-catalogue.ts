import * as v from 'valibot';
import type { Db } from '#db/schema.ts';
import { badgesDocument } from '#lib/domain/catalogue/export-badges.ts';
import { elmDocument } from '#lib/domain/catalogue/export-elm.ts';
import { moochubDocument } from '#lib/domain/catalogue/export-moochub.ts';
import { sortOut, type ExportFormat } from '#lib/domain/catalogue/export-rules.ts';
import { listPublicEntries } from '#lib/server/queries/list-public-entries.ts';
import { ISCED_WORDS } from '#lib/text/catalogue/isced-fields.ts';
import { ElmShape } from './export-shapes/elm.ts';
import { MoochubShape } from './export-shapes/moochub.ts';
import { BadgesShape } from './export-shapes/open-badges.ts';
import { WHERE } from './public-entries.ts';

/** What the published entries break of each format, and how many of them leave in ELM. */
export async function exportProblems(db: Db, projectId: string) {
	const all = await listPublicEntries(db, projectId);
	const published = (format: ExportFormat) => sortOut(format, all).entries;
	const elm = elmDocument(WHERE, published('elm'), []);
	const moochub = moochubDocument(WHERE, published('moochub'), [], ISCED_WORDS);
	const badges = badgesDocument(WHERE, published('open-badges'), []);
	return {
		published: published('elm').length,
		issues: [
			v.safeParse(ElmShape, elm).issues,
			v.safeParse(MoochubShape, moochub).issues,
			v.safeParse(BadgesShape, badges).issues
		].flatMap((issues) => issues ?? [])
	};
}

/** Which values occur among the sample entries, each once. */
export async function sampleCatalogue(db: Db) {
	const entries = await db
		.selectFrom('item')
		.innerJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select(['item.state', 'item.origin', 'organisation.code'])
		.where('kind', '=', 'entry')
		.execute();
	const subjects = await db.selectFrom('theme').select('code').where('kind', '=', 'subject').execute();
	const themes = await db.selectFrom('entryTag').select('code').where('kind', '=', 'theme').execute();
	const gaps = await db.selectFrom('entryGap').select('standing').where('closedAt', 'is', null).execute();
	const leftOut = await db
		.selectFrom('entryElement')
		.select('reason')
		.where('standing', '=', 'not-applicable')
		.where('untilAt', 'is', null)
		.execute();
	const steps = await db.selectFrom('entryStep').select(['how', 'enteredAt']).orderBy('enteredAt').execute();
	const targets = await db.selectFrom('catalogueTarget').select(['dueOn', 'origin']).execute();
	return {
		count: entries.length,
		origins: new Set(entries.map(({ origin }) => origin)),
		states: new Set(entries.map(({ state }) => state)),
		owners: new Set(entries.map(({ code }) => code)),
		subjects: new Set(subjects.map(({ code }) => code)),
		themes: new Set(themes.map(({ code }) => code)),
		gaps: new Set(gaps.map(({ standing }) => standing)),
		reasons: leftOut.map(({ reason }) => reason),
		turns: new Set(steps.map(({ how }) => how)),
		since: steps[0]?.enteredAt.slice(0, 10) ?? '',
		targets: new Set(targets.map(({ dueOn, origin }) => `${dueOn} ${origin}`))
	};
}
