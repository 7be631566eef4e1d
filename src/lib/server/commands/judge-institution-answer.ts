import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { judgeAnswerBlocks } from '#lib/domain/catalogue/institutions.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { JudgeAnswer } from '#lib/schemas/catalogue/institutions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfReturnedAnswer } from '#lib/server/mail/tell-of-answer.ts';
import { findInstitution, findInstitutionAnswer } from '#lib/server/queries/find-institution-answer.ts';

/** Accepts or returns exactly the answer that was read. */
export function judgeInstitutionAnswer(
	db: Db,
	actor: Actor,
	input: JudgeAnswer & { organisationCode: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const organisation = await findInstitution(db, actor.projectId, input.organisationCode);
		if (!organisation) throw new NotFound();
		assertCan(actor, 'institution:review', { countries: [organisation.country] });
		const found = await findInstitutionAnswer(db, organisation.id, input.checklistItemId);
		if (!found) throw new NotFound();
		const { question, present } = found;
		if (present && present.version !== input.version)
			throw new Conflict({ answer: present.answer, note: present.note });
		assertNone(judgeAnswerBlocks(actor, organisation, present, input));

		const { numUpdatedRows } = await db
			.updateTable('institutionAnswer')
			.set({
				verdict: input.verdict,
				verdictNote: input.note,
				reviewedBy: actor.personId,
				reviewedAt: now.toISOString()
			})
			.where('organisationId', '=', organisation.id)
			.where('checklistItemId', '=', question.id)
			.where('version', '=', input.version)
			.where('untilAt', 'is', null)
			.where('verdict', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict({});
		const record = { type: 'institution', id: organisation.id, label: organisation.acronym };
		const details = { question: question.text, verdict: input.verdict, note: input.note };
		await recordAudit(db, actor, 'institution:review', record, now, details);
		if (present && input.verdict === 'returned') {
			const returned = { question: question.text, answeredBy: present.answeredBy, note: input.note };
			await tellOfReturnedAnswer(db, actor, organisation, returned, now);
		}
	});
}
