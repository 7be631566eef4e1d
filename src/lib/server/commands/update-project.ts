import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { datesFixedBlocks, DECISION_REASON } from '#lib/domain/date-moves.ts';
import { shiftedDates, spanBlocks } from '#lib/domain/project-settings.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ProjectSettings } from '#lib/schemas/project-settings.ts';
import { recordAudit } from '#lib/server/audit.ts';
import {
	findProjectSettings,
	listMonthDatedItems,
	listPlannedMonths
} from '#lib/server/queries/find-project-settings.ts';
import { insertDateMove } from './insert-date-move.ts';
import { forgetCitations } from './forget-citations.ts';
import { setItemDates } from './set-item-dates.ts';

const FIELDS = {
	acronym: 'acronym',
	title: 'title',
	grantNumber: 'grant_number',
	callCode: 'call',
	programme: 'programme',
	grantingAuthority: 'granting_authority',
	website: 'website',
	startOn: 'start_on',
	durationMonths: 'duration_months',
	timeZone: 'time_zone'
} as const;
const NAMES = [
	'acronym',
	'title',
	'grantNumber',
	'callCode',
	'programme',
	'grantingAuthority',
	'website',
	'startOn',
	'durationMonths',
	'timeZone'
] as const;

/**
 * Changes what the project is called and when it runs. Dates that are the end of a project month follow the first day,
 * each with a line in the ledger, but for what is done or has left the plan; baselines stay as they were signed. Says how many items moved.
 */
export function updateProject(
	db: Db,
	actor: Actor,
	input: ProjectSettings,
	now: Date
): Promise<{ moved: number }> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'project:edit', {});
		const { projectId } = actor;
		const before = await findProjectSettings(db, projectId);
		if (!before) throw new NotFound();
		const { version, reference, ...settings } = input;
		const changed = NAMES.filter((name) => before[name] !== settings[name]);
		const items = await listMonthDatedItems(db, projectId);
		const moves = items.flatMap((item) => {
			const dates = shiftedDates(item, before.startOn, settings.startOn);
			const isFixed = datesFixedBlocks(item).length > 0;
			return dates === null || isFixed ? [] : [{ item, dates }];
		});
		assertNone(spanBlocks(before, input, await listPlannedMonths(db, projectId), moves.length));

		const startOrigin = changed.includes('startOn') || reference !== '' ? 'entered' : before.startOrigin;
		const { numUpdatedRows } = await db
			.updateTable('project')
			.set({ ...settings, startOrigin, version: version + 1 })
			.where('id', '=', projectId)
			.where('version', '=', version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n)
			throw new Conflict(Object.fromEntries(NAMES.map((name) => [name, String(before[name] ?? '')])));

		const cited = changed.map((name) => FIELDS[name]);
		if (startOrigin === 'entered' && before.startOrigin !== 'entered' && !changed.includes('startOn'))
			cited.push(FIELDS.startOn);
		if (cited.length > 0) await forgetCitations(db, projectId, 'project', projectId, cited);
		for (const { item, dates } of moves) {
			await setItemDates(db, item, item.version, dates);
			for (const [dateKind, fromOn, toOn] of [
				['contractual', item.contractualOn, dates.contractualOn],
				['agreed', item.agreedOn, dates.agreedOn]
			] as const) {
				if (toOn === undefined) continue;
				const reasonText = `The project begins on ${settings.startOn}, not on ${before.startOn}.`;
				const move = { dateKind, fromOn, toOn, reasonCode: DECISION_REASON, reasonText, reference };
				await insertDateMove(db, { ...move, projectId, itemId: item.id, movedBy: actor.personId }, now);
			}
		}
		const record = { type: 'project', id: projectId, label: settings.acronym };
		const details = {
			before: Object.fromEntries(changed.map((name) => [name, before[name]])),
			after: Object.fromEntries(changed.map((name) => [name, settings[name]])),
			reference,
			movedItems: moves.map(({ item }) => item.code)
		};
		await recordAudit(db, actor, 'project:edit', record, now, details);
		return { moved: moves.length };
	});
}
