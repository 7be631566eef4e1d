import type { Db } from '#db/schema.ts';
import { changesOf, versionsAt } from '#lib/domain/catalogue/content-at.ts';
import { dayIn, isDay } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { isStoredElement, parseContent } from '#lib/schemas/catalogue/content.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { findEntryPage } from './find-entry-page.ts';

const PAGE_SIZE = 30;

interface Asked {
	code: string;
	url: URL;
	timeZone: string;
}

/** Every version of every element with what stood before, and the whole entry as it was at the end of a day. */
export async function findEntryHistory(db: Db, actor: Actor, { code, url, timeZone }: Asked) {
	const read = await findEntryPage(db, actor, code);
	if (!read?.isInside) return undefined;
	const { entry, themes } = read;
	const versions = await db
		.selectFrom('entryElement')
		.leftJoin('person', 'person.id', 'entryElement.setBy')
		.leftJoin('organisation', 'organisation.id', 'entryElement.organisationId')
		.select(['element', 'entryElement.version', 'standing', 'value', 'reason', 'setAt', 'untilAt'])
		.select(['person.name as person', 'organisation.acronym'])
		.where('itemId', '=', entry.id)
		.orderBy('setAt')
		.orderBy('element')
		.orderBy('entryElement.version')
		.execute();
	const dayOf = (instant: string) => dayIn(timeZone, new Date(instant));
	const since = dayParam(url, 'since');
	const at = dayParam(url, 'at');
	const changes = changesOf(versions).filter(({ now }) => since === null || dayOf(now.setAt) >= since);
	const number = pageParam(url, changes.length, PAGE_SIZE);
	const before = at === null ? [] : versions.filter(({ setAt }) => dayOf(setAt) <= at);
	const last = before.at(-1)?.setAt;
	return {
		entry: { code: entry.code, title: entry.title, bodies: entry.bodies },
		themes,
		since,
		at,
		began: versions[0] === undefined ? null : dayOf(versions[0].setAt),
		/** Of that day; awarding bodies are those of today. */
		content: at === null ? null : parseContent(last === undefined ? [] : versionsAt(before, last)),
		changes: changes.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE).flatMap(({ before, now }) => {
			const { element, version, setAt, person, acronym } = now;
			if (!isStoredElement(element)) return [];
			const contentOf = (one: typeof now | undefined) => parseContent(one ? [one] : []);
			return [{ element, version, setAt, person, acronym, before: contentOf(before), now: contentOf(now) }];
		}),
		total: changes.length,
		pager: { page: number, size: PAGE_SIZE }
	};
}

function dayParam(url: URL, name: string): string | null {
	const day = url.searchParams.get(name) ?? '';
	return isDay(day) ? day : null;
}
