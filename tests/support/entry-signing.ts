import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { approveEntry } from '#lib/server/commands/approve-entry.ts';
import { assignReviewer } from '#lib/server/commands/assign-reviewer.ts';
import { nameOfficer } from '#lib/server/commands/name-officer.ts';
import { openEntryReview } from '#lib/server/commands/open-entry-review.ts';
import { requestChanges } from '#lib/server/commands/request-changes.ts';
import { setElement } from '#lib/server/commands/set-element.ts';
import { signOff } from '#lib/server/commands/sign-off.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { findEntryApproval } from '#lib/server/queries/find-entry-approval.ts';
import { findEntryReview } from '#lib/server/queries/find-entry-review.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';
import { aCatalogue } from './builders/a-catalogue.ts';
import { aChecklist } from './builders/a-checklist.ts';
import { anActor } from './builders/an-actor.ts';
import { next, NOW, TODAY } from './builders/a-project.ts';

/** An entry ready for its reviewers, and the steps of signing it as people take them. */
export async function anEntryToSign(db: Db, state = 'mapped') {
	const made = await aCatalogue(db, { state });
	const { project, entry } = made;
	const projectId = project.id;
	const itemId = entry.id;
	const checklist = await aChecklist(db, { projectId, appliesTo: 'entry' });
	const rector = await anActor(db, { projectId, organisationId: made.kaznu.id, name: 'Rustam' });
	const read = async () => {
		const found = await findEntryReview(db, projectId, { id: itemId });
		if (!found) throw new Error('the entry is gone');
		return found;
	};
	const approval = async () => {
		const found = await read();
		const { algorithm, history } = await withSteps(db, found, TODAY);
		return findEntryApproval(db, found, { algorithm, history, today: TODAY });
	};
	const state_ = async () => (await read()).item.state;
	const stage = {
		...made,
		checklist,
		rector,
		read,
		approval,
		state: state_,
		assign: (person: Actor) => assignReviewer(db, made.qaLead, { itemId, personId: person.personId }, NOW),
		open: (actor = made.author) => openEntryReview(db, actor, { itemId, note: '' }, NOW),
		sign: async (person: Actor) => {
			const round = (await read()).records.rounds.at(-1);
			const answers = checklist.items.map(({ id }) => ({
				checklistItemId: id,
				answer: 'yes' as const,
				note: ''
			}));
			const coversSha256 = round?.coversSha256 ?? '0'.repeat(64);
			const authenticatedAt = NOW.toISOString();
			return signOff(db, person, { itemId, coversSha256, answers, authenticatedAt }, NOW);
		},
		changes: (person: Actor) =>
			requestChanges(
				db,
				person,
				{ itemId, commentKey: newId(), text: 'Outcome 2 says nothing', answers: [] },
				NOW
			),
		credits: async (ects: number, now = NOW, person = made.author) => {
			const version = (await read()).elements.find((one) => one.element === 'workload')?.version ?? 0;
			const value = { hours: ects * 25, ects };
			return setElement(
				db,
				person,
				{ itemId, element: 'workload', standing: 'value', value, reason: '', version },
				now
			);
		},
		/** Somebody writes an element that is not protected, and is an author from then on. */
		write: async (person: Actor) => {
			const version = (await read()).elements.find((one) => one.element === 'grading')?.version ?? 0;
			const value = `Pass, says ${person.name}`;
			return setElement(
				db,
				person,
				{ itemId, element: 'grading', standing: 'value', value, reason: '', version },
				NOW
			);
		},
		name: (person: Actor, fromOn = '2026-01-01', toOn: string | null = null) =>
			nameOfficer(
				db,
				made.coordinator,
				{
					personId: person.personId,
					organisationId: person.organisationId,
					office: 'Vice-Rector',
					fromOn,
					toOn
				},
				NOW
			),
		approve: async (
			person: Actor,
			given: { decidedOn?: string; validUntilOn?: string | null; coversSha256?: string } = {}
		) => {
			const { coversSha256 } = await approval();
			const input = {
				itemId,
				coversSha256: coversSha256 === '' ? '0'.repeat(64) : coversSha256,
				reference: 'Senate 12/2026',
				decidedOn: '2026-06-10',
				validUntilOn: null,
				authenticatedAt: NOW.toISOString(),
				...given
			};
			const text = `minute ${next()}`;
			const file = {
				field: 'file',
				name: 'minute.pdf',
				sha256: sha256(text),
				size: 9,
				mediaType: 'application/pdf'
			};
			const evidence = (db: Db) => insertFileEvidence(db, person, file, { level: 'PU' }, NOW);
			return approveEntry(db, person, input, evidence, NOW);
		}
	};
	return {
		...stage,
		/** Asked, opened, and recommended by its one reviewer. */
		reviewed: async () => {
			await stage.assign(made.reviewer);
			await stage.open();
			await stage.sign(made.reviewer);
		}
	};
}
