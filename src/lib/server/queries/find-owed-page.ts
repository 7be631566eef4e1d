import type { Db } from '#db/schema.ts';
import { readMatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import { choicesOf } from '#lib/domain/catalogue/matrix-groups.ts';
import { debtorsOf } from '#lib/domain/catalogue/matrix.ts';
import { groupOwed } from '#lib/domain/catalogue/owed.ts';
import { defaultScope } from '#lib/domain/catalogue/entry-filter.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { countEntriesOnce } from './count-entries.ts';
import { countGapsOnce } from './count-gaps.ts';
import { findRegister } from './find-register.ts';
import { listLapsedApprovals } from './list-lapsed-approvals.ts';
import { listOwedOnce } from './list-owed.ts';

const PAGE_SIZE = 200;

interface Asked {
	today: Day;
	timeZone: string;
	url: URL;
	/** Of the data, where it is known. */
	dataVersion?: string | undefined;
}

/** Who owes which field, by organisation and person, as the address asks for it, and which approvals have lapsed. Five queries. */
export async function findOwedPage(db: Db, actor: Actor, { today, timeZone, url, dataVersion }: Asked) {
	const { projectId } = actor;
	const data = { projectId, dataVersion };
	const own = defaultScope(actor, actor.organisationId);
	const filter = { ...readMatrixFilter(url.searchParams, own, today), on: null, group: 'none' as const };
	// Here an organisation is one that owes, not one that awards.
	const entries = { ...filter, organisation: null, entry: null };
	const { moment, algorithm } = await findRegister(db, projectId, {
		today,
		timeZone,
		on: null,
		profile: filter.profile,
		dataVersion
	});
	const isLate = url.searchParams.get('late') === '1';
	const page = askedPage(url);
	const counts = await countEntriesOnce(db, data, entries, moment);
	const debtors = debtorsOf(await countGapsOnce(db, data, entries, moment, today));
	const owner = counts.find((one) => one.ownerId === filter.organisation);
	const debtor = owner?.ownerCode ?? filter.organisation;
	const { cells, total } = await listOwedOnce(
		db,
		data,
		{
			filter: entries,
			debtor,
			lateOn: isLate ? today : null,
			order: 'holder',
			page,
			size: PAGE_SIZE
		},
		moment
	);
	return {
		filter: { ...filter, organisation: debtor },
		isLate,
		choices: choicesOf(counts, [], actor),
		debtors,
		groups: groupOwed(cells),
		lapsed: await listLapsedApprovals(
			db,
			projectId,
			{ country: filter.country, organisation: debtor },
			{ algorithm, today }
		),
		total,
		pager: { page, size: PAGE_SIZE }
	};
}

/** Small enough for every offset a database takes. */
const LAST_PAGE = 100_000;

function askedPage(url: URL): number {
	const asked = Number(url.searchParams.get('page'));
	return Number.isInteger(asked) && asked > 0 ? Math.min(asked, LAST_PAGE) : 1;
}
