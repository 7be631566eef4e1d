import { isMailState } from '#lib/domain/mail/readable.ts';
import { administratorPage } from '#lib/server/http/administrator.ts';
import { isMailSetUp } from '#lib/server/mail/running.ts';
import { listMails } from '#lib/server/queries/list-mails.ts';
import { pageParam } from '#lib/schemas/page-param.ts';

const SIZE = 50;

export const load = administratorPage(async ({ db, scope, url }) => {
	const asked = url.searchParams.get('state') ?? '';
	const state = isMailState(asked) ? asked : null;
	const page = pageParam(url, Number.MAX_SAFE_INTEGER, SIZE);
	return {
		...(await listMails(db, { scope, state, page, size: SIZE })),
		state,
		page,
		size: SIZE,
		isSetUp: isMailSetUp()
	};
});
