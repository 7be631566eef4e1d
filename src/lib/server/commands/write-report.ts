import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import { scopeSubject, type ReportKey, type SectionCode } from '#lib/domain/reports/reports.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { findReportTexts, reportRow } from '#lib/server/queries/reports/find-report-texts.ts';
import { lockProject } from './lock-project.ts';

interface Input {
	section: SectionCode;
	/** Version that was seen; 0: the draft. */
	version: number;
	text: string;
}

/**
 * Writes the next version of a section in place of its draft; what stands already is no change. A `Conflict` tells what
 * others wrote meanwhile. Answers with the version that stands now.
 */
export function writeReport(db: Db, actor: Actor, key: ReportKey, input: Input, now: Date): Promise<number> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		await lockProject(db, projectId);
		assertCan(actor, 'report:edit', scopeSubject(key.scope));
		const standing = (await findReportTexts(db, projectId, key)).find((one) => one.section === input.section);
		const version = standing?.version ?? 0;
		if (standing?.text === input.text) return version;
		if (version !== input.version)
			throw new Conflict({
				version: String(version),
				text: standing?.text ?? '',
				writer: standing?.writer ?? '',
				writtenAt: standing?.writtenAt ?? ''
			});
		const { reportId, label } = await takeReport(db, actor, key, now);
		const writtenAt = now.toISOString();
		await db
			.updateTable('reportText')
			.set({ untilAt: writtenAt })
			.where('reportId', '=', reportId)
			.where('section', '=', input.section)
			.where('untilAt', 'is', null)
			.execute();
		await db
			.insertInto('reportText')
			.values({
				reportId,
				section: input.section,
				version: version + 1,
				text: input.text,
				writtenBy: actor.personId,
				organisationId: actor.organisationId,
				writtenAt,
				untilAt: null
			})
			.execute();
		const audited = { type: 'report', id: reportId, label };
		const details = { section: input.section, version: version + 1, sha256: sha256(input.text) };
		await recordAudit(db, actor, 'report:write', audited, now, details);
		return version + 1;
	});
}

/** What a report is called in the trail: "period 2026-04-01 koksu". */
export function reportLabel(key: ReportKey): string {
	const { kind, scope, fromOn, toOn } = reportRow(key);
	return [kind, kind === 'period' ? `${fromOn} to ${toOn}` : '', scope]
		.filter((part) => part !== '')
		.join(' ');
}

async function takeReport(db: Db, actor: Actor, key: ReportKey, now: Date) {
	const { projectId } = actor;
	const row = reportRow(key);
	const label = reportLabel(key);
	const known = await db
		.selectFrom('report')
		.select('id')
		.where('projectId', '=', projectId)
		.where('kind', '=', row.kind)
		.where('scope', '=', row.scope)
		.where('fromOn', '=', row.fromOn)
		.where('toOn', '=', row.toOn)
		.executeTakeFirst();
	if (known) return { reportId: known.id, label };
	const reportId = newId();
	await db
		.insertInto('report')
		.values({ id: reportId, projectId, ...row, createdBy: actor.personId, createdAt: now.toISOString() })
		.execute();
	return { reportId, label };
}
