import type { Db } from '#db/schema.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { burnUpFrom, targetBurnUp } from '#lib/domain/catalogue/catalogue-burn-up.ts';
import { outlookOf, type Outlook } from '#lib/domain/catalogue/outlook.ts';
import { candidatesFor, stallOf } from '#lib/domain/catalogue/what-if.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import { kept } from '#lib/server/kept-answers.ts';
import { listEntryPasts } from './list-entry-pasts.ts';
import { countOpenGaps } from './list-named-gaps.ts';
import type { ListedTarget } from './list-targets.ts';

/** Where each target stands, and of the chosen one its burn-up and every entry that could close its gap. */
async function findProgress(
	db: Db,
	projectId: string,
	targets: readonly ListedTarget[],
	chosen: ListedTarget | undefined,
	algorithm: Algorithm,
	{ today, timeZone }: { today: Day; timeZone: string }
) {
	const from = burnUpFrom(today);
	const entries = await listEntryPasts(db, projectId, { aims: targets, from, timeZone });
	const outlooks = targets.map((target) => outlookOf(target, algorithm, entries, today));
	const known = outlooks[targets.findIndex(({ id }) => id === chosen?.id)];
	return {
		entryCount: entries.length,
		outlooks,
		closely: chosen && known ? await findClosely(chosen, known) : null
	};

	async function findClosely(target: ListedTarget, outlook: Outlook) {
		const gaps = await countOpenGaps(db, projectId);
		const candidates = candidatesFor(target, algorithm, entries, gaps, today);
		const setOn = dayIn(timeZone, new Date(target.setAt));
		return {
			outlook,
			burnUp: targetBurnUp(target, setOn, algorithm, entries, today),
			candidates,
			stall: stallOf(target, algorithm, candidates, today)
		};
	}
}

export type CloseProgress = NonNullable<Awaited<ReturnType<typeof findProgress>>['closely']>;

export const findProgressOnce = kept(findProgress, 16 * 1024 * 1024);
