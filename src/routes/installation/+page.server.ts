import { fold } from '#lib/domain/fold.ts';
import { PersonSchema } from '#lib/schemas/people.ts';
import { resetAccount } from '#lib/server/auth/reset-person.ts';
import { showOnce, takeShownOnce } from '#lib/server/auth/show-once.ts';
import { disableAccount, enableAccount } from '#lib/server/commands/set-account-state.ts';
import { administratorAction, administratorPage } from '#lib/server/http/administrator.ts';
import { findInstallationFacts } from '#lib/server/installation.ts';
import { listAccounts } from '#lib/server/queries/list-accounts.ts';

export const load = administratorPage(async ({ db, signedIn, url, event }) => {
	const q = (url.searchParams.get('q') ?? '').slice(0, 100);
	const accounts = await listAccounts(db);
	const words = fold(q).split(' ');
	const shown = accounts.filter((account) => words.every((word) => account.search.includes(word)));
	return {
		q,
		total: accounts.length,
		accounts: shown.map(({ search: _, ...account }) => ({
			...account,
			isSelf: account.id === signedIn.personId
		})),
		facts: await findInstallationFacts(db),
		madeLink: takeShownOnce(event)
	};
});

export const actions = {
	disable: administratorAction(PersonSchema, async ({ db, signedIn, now }, input) => {
		const { name } = await disableAccount(db, signedIn, input, now);
		return { flash: 'account-disabled', label: name };
	}),
	enable: administratorAction(PersonSchema, async ({ db, signedIn, now }, input) => {
		const { name } = await enableAccount(db, signedIn, input, now);
		return { flash: 'account-enabled', label: name };
	}),
	link: administratorAction(PersonSchema, async ({ db, signedIn, url, event, now }, input) => {
		const { name, url: link } = await resetAccount(db, signedIn, url.origin, input, now);
		showOnce(event, link);
		return { flash: 'link-made', label: name };
	})
};
