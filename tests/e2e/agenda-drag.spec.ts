import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { anAgendaItem } from '#tests/support/builders/an-agenda-item.ts';
import { expect, test } from '#tests/support/e2e.ts';

test('a point of the agenda is dragged to another place of its day', async ({
	asRole,
	connection: { db },
	projectId
}, { repeatEachIndex }) => {
	const slug = `drag-${repeatEachIndex}`;
	const { id: meetingId } = await aMeeting(db, { projectId, slug, title: `Meeting to drag ${slug}` });
	for (const [index, title] of ['First', 'Second', 'Third'].entries())
		await anAgendaItem(db, { projectId, meetingId, title, day: '2026-07-01', position: index + 1 });

	const coordinator = await asRole('coordinator');
	await coordinator.goto(`/leslie/meetings/${slug}/agenda`);
	const points = coordinator.locator('[id^="point-"]');
	const titles = points.locator('strong');
	await expect(titles).toHaveText(['First', 'Second', 'Third']);
	const handle = points.nth(2).locator('[draggable]');
	await handle.dragTo(points.nth(0), { targetPosition: { x: 20, y: 2 } });
	await expect(titles).toHaveText(['Third', 'First', 'Second']);
});
