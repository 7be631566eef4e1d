import { addVersionFiles } from '#lib/server/commands/add-version-files.ts';
import { assignReviewer } from '#lib/server/commands/assign-reviewer.ts';
import { confirmContributors } from '#lib/server/commands/confirm-contributors.ts';
import { justifyLateness } from '#lib/server/commands/justify-lateness.ts';
import { openReview } from '#lib/server/commands/open-review.ts';
import { startPreparation } from '#lib/server/commands/start-preparation.ts';
import { withdrawDeliverable } from '#lib/server/commands/withdraw-deliverable.ts';
import { storeSampleFile } from '#lib/server/demo/store-sample-file.ts';
import type { Act } from '#lib/server/demo/step.ts';
import { deliverable } from './find.ts';

export const start =
	(code: string): Act =>
	({ db, actor, now, item }) =>
		startPreparation(db, actor, { itemId: item(code) }, now);

interface Draft {
	note: string;
	/** Ending of the main file. */
	format?: 'pdf' | 'csv';
	/** Title of an annex, if there is one. */
	annex?: string;
	/** The upload knowingly ends the review. */
	endsReview?: boolean;
}

/** Uploads the next version: a main file, and an annex where one is named. */
export const draft =
	(code: string, { note, format = 'pdf', annex, endsReview = false }: Draft): Act =>
	async (stage) => {
		const { db, store, actor, now, today } = stage;
		const found = await deliverable(stage, code);
		const number = found.facts.versions.length + 1;
		const about = [
			`${code} ${found.item.title}`,
			`Version ${number} of ${today}, ${actor.organisationAcronym}`,
			note
		];
		const slug = found.item.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
		const main = { field: 'main', name: `${code}-${slug}-v${number}.${format}`, lines: about };
		const extra = { field: 'annex', name: `${code}-annex-v${number}.pdf`, lines: [annex ?? '', ...about] };
		const files = [await storeSampleFile(store, main)];
		if (annex !== undefined) files.push(await storeSampleFile(store, extra));
		await addVersionFiles(db, actor, { itemId: found.item.id, note, endsReview }, files, now);
	};

export const confirm =
	(code: string): Act =>
	({ db, actor, now, item }) =>
		confirmContributors(db, actor, { itemId: item(code) }, now);

export const assign =
	(code: string, ...reviewers: readonly string[]): Act =>
	async ({ db, actor, now, item, person }) => {
		for (const reviewer of reviewers)
			await assignReviewer(db, actor, { itemId: item(code), personId: person(reviewer) }, now);
	};

export const request =
	(code: string, note = ''): Act =>
	({ db, actor, now, item }) =>
		openReview(db, actor, { itemId: item(code), note }, now);

export const justify =
	(code: string, text: string): Act =>
	({ db, actor, now, item }) =>
		justifyLateness(db, actor, { itemId: item(code), text }, now);

export const withdraw =
	(code: string, reference: string): Act =>
	({ db, actor, now, item }) =>
		withdrawDeliverable(db, actor, { itemId: item(code), reference }, now);
