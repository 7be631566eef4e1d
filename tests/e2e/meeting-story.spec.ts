import type { Page } from '@playwright/test';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { emailOf, findPersonId, type Account } from '#tests/support/accounts.ts';
import { findPlace } from '#tests/support/e2e-plan.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { act, choose, recordAttendance, sign, takeStep, write } from '#tests/support/meeting-steps.ts';
import { unfold } from '#tests/support/unfold.ts';

const POINT = 'Date of the atlas';
const BOTH = 'The atlas needs another quarter. BSU gathers the soil data.';

test('a point is proposed, discussed, minuted, objected to, signed and corrected, and what it decided is done @story @no-js', async ({
	asRole,
	connection: { db },
	projectId
}, { project, repeatEachIndex }) => {
	test.setTimeout(240_000);
	const browser = { desktop: 1, phone: 2, 'no-js': 3 }[project.name] ?? 4;
	const slug = `story-${browser}-${repeatEachIndex}`;
	const title = `Meeting of story ${slug}`;
	const path = `/leslie/meetings/${slug}`;
	const person = (account: Account) => findPersonId(db, emailOf(account));
	const { id: meetingId } = await aMeeting(db, {
		projectId,
		slug,
		title,
		chairId: await person('coordinator'),
		secretaryId: await person('kz'),
		days: [{ day: '2026-06-15', startsAt: 540, endsAt: 1020 }]
	});
	const code = `D4.${60 + browser}${repeatEachIndex}`;
	await aDeliverable(db, {
		projectId,
		code,
		...(await findPlace(db, projectId, 'bsu')),
		title: `Atlas of ${slug}`,
		contractualOn: '2026-09-30'
	});

	const chair = await asRole('coordinator');
	await chair.goto(`${path}/people`);
	await chair.getByRole('button', { name: 'Invite all organisations' }).click();
	await expect(chair.locator('#invited')).toContainText('KOKSU');

	const partner = await asRole('partner.koksu');
	await partner.goto(`${path}/agenda`);
	await partner.getByRole('link', { name: 'Propose a point' }).click();
	await partner.getByLabel('What it is about').fill(POINT);
	await partner.getByLabel('Minutes it takes').fill('30');
	await partner.getByRole('button', { name: 'Propose the point' }).click();
	await expect(partner.locator('#proposals')).toContainText(POINT);

	await chair.goto(`${path}/agenda`);
	await chair.getByRole('button', { name: 'Put it on the agenda' }).click();
	await expect(chair.locator('#proposals')).toHaveCount(0);
	await takeStep(chair, path, 'Send the invitations', 'Invited');

	await partner.goto(`${path}/people`);
	await partner.getByRole('button', { name: /^Yes ?, for KOKSU$/ }).click();
	await expect(partner.locator('#answer')).not.toContainText('not answered yet');
	const away = await asRole('partner.bsu');
	await away.goto(`${path}/people`);
	await away.getByRole('button', { name: /^No ?, for BSU$/ }).click();
	await expect(away.locator('#answer')).not.toContainText('not answered yet');

	await takeStep(chair, path, 'Start the meeting', 'Running');
	await takeStep(chair, path, 'End the meeting', 'Held');
	const people = await chair
		.goto(`${path}/people`)
		.then(() => chair.getByRole('rowheader').allTextContents());
	const there = people.map((name) => name.trim()).filter((name) => name !== 'BSU');
	await recordAttendance(chair, path, there);

	const secretary = await asRole('kz');
	await chair.goto(`${path}/minutes`);
	await secretary.goto(`${path}/minutes`);
	await write(secretary, POINT, 'The atlas needs another quarter.');
	await expect(secretary.getByRole('main')).toContainText('Version 1');
	await write(chair, POINT, 'BSU gathers the soil data.');
	await expect(chair.getByRole('main')).toContainText('Neither is lost');
	await expect(chair.getByRole('main')).toContainText('The atlas needs another quarter.');
	await write(chair, POINT, BOTH);
	await expect(chair.getByRole('main')).toContainText('Version 2');

	const decision = await decide(chair, path);
	const action = await give(chair, path, slug);
	await chair.goto(`${path}/minutes`);
	await chair.getByRole('button', { name: 'Circulate the minutes' }).click();
	await expect(chair.locator('#procedure')).toContainText('organisations may object until the end of');

	await partner.goto(`${path}/minutes`);
	await choose(partner, 'To which point', POINT);
	await partner.getByLabel('What is wrong, and how it should read').fill('Half a quarter was agreed.');
	await partner.getByRole('button', { name: 'Object for my organisation' }).click();
	await expect(partner.locator('#objections')).toContainText('Stands');
	await secretary.goto(`${path}/minutes`);
	await secretary.getByLabel('Answer to KOKSU').fill('The sheet of votes says a quarter.');
	await secretary.getByRole('button', { name: 'Answer', exact: true }).click();
	await expect(secretary.locator('#objections blockquote')).toContainText(
		'The sheet of votes says a quarter.'
	);

	await db
		.updateTable('minutesCirculation')
		.set({ objectionsUntilOn: '2026-06-14' })
		.where('meetingId', '=', meetingId)
		.execute();
	await chair.goto(`${path}/minutes`);
	await expect(chair.getByRole('button', { name: 'Record the approval' })).toHaveCount(0);
	await expect(chair.locator('#procedure')).toContainText('KOKSU');
	await partner.goto(`${path}/minutes`);
	await partner.getByRole('button', { name: 'Withdraw the objection' }).click();
	await expect(partner.locator('#objections')).toContainText('Withdrawn');
	await chair.goto(`${path}/minutes`);
	await chair.getByRole('button', { name: 'Record the approval' }).click();
	await expect(chair.locator('#procedure')).toContainText('Minutes approved');
	await sign(chair, path, 'chair');
	await sign(secretary, path, 'secretary');
	await expect(secretary.locator('#procedure')).toContainText('Minutes signed and locked');

	await unfold(secretary, 'Record an erratum');
	await secretary.locator('#errata').getByLabel('What it should say').fill('A quarter of a year.');
	await secretary.locator('#errata').getByLabel('What was wrong').fill('A quarter of what was not said.');
	await secretary.getByRole('button', { name: 'Record the erratum' }).click();
	await expect(secretary.locator('#errata')).toContainText('Erratum 1');
	await expect(secretary.locator('#points')).toContainText(BOTH);

	await away.goto('/leslie');
	const mine = away
		.locator('#actions')
		.getByRole('row')
		.filter({ hasText: `Gather the soil data of ${slug}` });
	await mine.getByRole('link', { name: decision }).click();
	await expect(away.getByRole('heading', { level: 1 })).toContainText('Move the atlas by a quarter');

	const task = `/leslie/actions/${action}`;
	await act(away, task, 'Accept', 'Accepted');
	await act(away, task, 'Begin', 'In progress');
	await unfold(away, 'Add evidence');
	await away.getByLabel('Address on the web').fill(`https://example.org/${slug}`);
	await away.getByRole('button', { name: 'Link', exact: true }).click();
	await expect(away.getByRole('main')).toContainText(`https://example.org/${slug}`);
	await act(away, task, 'Claim as done', 'Claimed as done');
	await away.goto(task);
	await expect(away.getByRole('button', { name: 'Verify', exact: true })).toHaveCount(0);
	await act(chair, task, 'Verify', 'Verified');

	await chair.goto(`/leslie/items/${code}/dates`);
	await chair.getByLabel('New agreed date').fill('2026-12-31');
	await chair.getByLabel('Decision or officer reference').fill(decision);
	await chair.getByRole('button', { name: 'Move the agreed date' }).click();
	await expect(chair.locator('#dates')).toContainText(decision);
	await chair.locator('#ledger').getByRole('link', { name: decision }).click();
	await expect(chair.getByRole('main')).toContainText(code);
	await expect(chair.getByRole('main')).toContainText(title);
});

/** Records the decision under the point, and returns its number. */
async function decide(page: Page, path: string): Promise<string> {
	await page.goto(`${path}/minutes`);
	await page.getByRole('button', { name: /^Record a decision under/ }).click();
	await page.getByLabel('The decision in one line').fill('Move the atlas by a quarter');
	await page.getByLabel('Its text, as it was taken').fill('The atlas is due on 31 December 2026.');
	await page.getByRole('button', { name: 'Record the decision' }).click();
	const link = page.locator('#points').getByRole('link', { name: /^DEC-\d+$/ });
	return (await link.first().textContent()) ?? '';
}

/** Gives the action that carries the decision out to somebody who was not there, and returns its number. */
async function give(page: Page, path: string, slug: string): Promise<string> {
	await page.goto(`${path}/minutes`);
	await page.getByRole('button', { name: /^Give an action under/ }).click();
	await page.getByLabel('What is to be done').fill(`Gather the soil data of ${slug}`);
	await choose(page, 'Who does it', 'Nodira Karimova');
	await page.getByLabel('By when').fill('2026-06-20');
	await expect(page.getByLabel('Carries out the decision')).not.toHaveValue('');
	await page.getByRole('button', { name: 'Give the action' }).click();
	const link = page.locator('#points').getByRole('link', { name: /^A-\d+$/ });
	return (await link.first().textContent()) ?? '';
}
