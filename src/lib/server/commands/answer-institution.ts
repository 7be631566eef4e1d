import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { answerBlocks } from '#lib/domain/catalogue/institutions.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AnswerInstitution } from '#lib/schemas/catalogue/institutions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfAnswers } from '#lib/server/mail/tell-of-answer.ts';
import { findInstitution, findInstitutionAnswer } from '#lib/server/queries/find-institution-answer.ts';
import { findLinkableEvidence } from '#lib/server/queries/find-linkable-evidence.ts';
import { insertFileEvidence, insertLinkEvidence } from './add-evidence.ts';

/** An institution answers one question of its readiness; the answers before stay on record. */
export function answerInstitution(
	db: Db,
	actor: Actor,
	input: AnswerInstitution & { organisationCode: string },
	files: readonly ReceivedFile[],
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const organisation = await findInstitution(db, actor.projectId, input.organisationCode);
		if (!organisation) throw new NotFound();
		assertCan(actor, 'institution:answer', { organisationIds: [organisation.id] });
		const found = await findInstitutionAnswer(db, organisation.id, input.checklistItemId);
		if (!found) throw new NotFound();
		const { question, present } = found;
		const version = present?.version ?? 0;
		if (version !== input.version)
			throw new Conflict(present ? { answer: present.answer, note: present.note } : {});
		const evidenceId = await evidenceOf(db, actor, input, files, now);
		const { answer, note } = input;
		assertNone(answerBlocks({ answer, note, evidenceId }, present));

		const at = now.toISOString();
		const { numUpdatedRows } = await db
			.updateTable('institutionAnswer')
			.set({ untilAt: at })
			.where('organisationId', '=', organisation.id)
			.where('checklistItemId', '=', question.id)
			.where('version', '=', version)
			.where('untilAt', 'is', null)
			.executeTakeFirst();
		if (Number(numUpdatedRows) !== (present ? 1 : 0)) throw new Conflict({});
		await db
			.insertInto('institutionAnswer')
			.values({
				id: newId(),
				projectId: actor.projectId,
				organisationId: organisation.id,
				checklistItemId: question.id,
				version: version + 1,
				answer,
				note,
				evidenceId,
				answeredBy: actor.personId,
				answeredAt: at,
				untilAt: null,
				verdict: null,
				verdictNote: null,
				reviewedBy: null,
				reviewedAt: null
			})
			.execute();
		const record = { type: 'institution', id: organisation.id, label: organisation.acronym };
		await recordAudit(db, actor, 'institution:answer', record, now, {
			question: question.text,
			answer,
			note,
			evidenceId
		});
		await tellOfAnswers(db, actor, organisation, now);
	});
}

async function evidenceOf(
	db: Db,
	actor: Actor,
	input: AnswerInstitution,
	files: readonly ReceivedFile[],
	now: Date
): Promise<string | null> {
	const [file] = files;
	if (file) return insertFileEvidence(db, actor, file, { level: 'SEN' }, now);
	if (input.url !== '') return insertLinkEvidence(db, actor, { url: input.url, name: '', level: 'SEN' }, now);
	if (input.evidenceId === '') return null;
	const evidence = await findLinkableEvidence(db, actor, input.evidenceId);
	if (!evidence) throw new NotFound();
	return evidence.id;
}
