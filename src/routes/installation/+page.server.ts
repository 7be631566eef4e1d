import { lookingFor } from '#lib/domain/latin.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { PersonSchema } from '#lib/schemas/people.ts';
import { resetAccount } from '#lib/server/auth/reset-person.ts';
import { showOnce, takeShownOnce } from '#lib/server/auth/show-once.ts';
import { disableAccount, enableAccount } from '#lib/server/commands/set-account-state.ts';
import { administratorAction, administratorPage } from '#lib/server/http/administrator.ts';
import { findInstallationFacts } from '#lib/server/installation.ts';
import { isInScope } from '#lib/server/queries/find-administrator-scope.ts';
import { listAccounts } from '#lib/server/queries/list-accounts.ts';

export const load = administratorPage(async ({ db, signedIn, scope, url, event }) => {
	const facts = await findInstallationFacts(db);
	const q = (url.searchParams.get('q') ?? '').slice(0, 100);
	const accounts = await listAccounts(db, scope);
	const isSought = lookingFor(q);
	const shown = accounts.filter(({ search }) => isSought(search));
	return {
		q,
		total: accounts.length,
		accounts: shown.map(({ search: _, ...account }) => ({
			...account,
			isSelf: account.id === signedIn.personId
		})),
		isWhole: scope === 'installation',
		facts,
		madeLink: takeShownOnce(event)
	};
});

export const actions = {
	disable: administratorAction(PersonSchema, async ({ db, signedIn, scope, now }, input) => {
		if (!(await isInScope(db, scope, input.personId))) throw new NotFound();
		const { name } = await disableAccount(db, signedIn, input, now);
		return { flash: 'account-disabled', label: name };
	}),
	enable: administratorAction(PersonSchema, async ({ db, signedIn, scope, now }, input) => {
		if (!(await isInScope(db, scope, input.personId))) throw new NotFound();
		const { name } = await enableAccount(db, signedIn, input, now);
		return { flash: 'account-enabled', label: name };
	}),
	link: administratorAction(PersonSchema, async ({ db, signedIn, scope, url, event, now }, input) => {
		if (!(await isInScope(db, scope, input.personId))) throw new NotFound();
		const { name, url: link } = await resetAccount(db, signedIn, url.origin, input, now);
		showOnce(event, link);
		return { flash: 'link-made', label: name };
	})
};
