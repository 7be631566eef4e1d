import { can } from '#lib/domain/can.ts';
import * as schemas from '#lib/schemas/catalogue/steps.ts';
import { evidenceOfAddress, evidenceOfFiles, evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { mergeEntry, retireEntry } from '#lib/server/commands/end-entry.ts';
import { holdEntry, resumeEntry } from '#lib/server/commands/hold-entry.ts';
import { linkProof, unlinkProof } from '#lib/server/commands/link-proof.ts';
import { returnEntry } from '#lib/server/commands/return-entry.ts';
import { takeStep } from '#lib/server/commands/take-step.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import type { EntryPage } from '#lib/server/queries/find-entry-page.ts';
import { findEntryWay } from '#lib/server/queries/find-entry-way.ts';
import { findItemId } from '#lib/server/queries/find-item-id.ts';
import type { ListedSignature } from '#lib/server/queries/list-signatures.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { personalHints } from '#lib/domain/catalogue/personal-data.ts';
import { completeness } from '#lib/domain/catalogue/weigh-entry.ts';
import type { ElementResult } from '#lib/domain/catalogue/criteria.ts';
import { listNamesOfPeople } from '#lib/server/queries/list-names-of-people.ts';
import { personalHintText } from '#lib/text/catalogue/personal-hints.ts';
import { criteriaReasonText } from '#lib/text/catalogue/criteria.ts';
import { blockLine } from '#lib/text/catalogue/block-links.ts';
import { awaitsText, holderName } from '#lib/text/holder.ts';
import { itemHref } from '#lib/text/links.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

type Read = Pick<EntryPage, 'found' | 'version' | 'mayEdit'>;

/** The section on the way of an entry: reads for itself what it shows. */
export async function readWay(
	request: ProjectRequest,
	read: Read,
	{ signatures, isAdding }: { signatures: ListedSignature[]; isAdding: boolean }
) {
	const { found, version, mayEdit } = read;
	const { db, actor, project, today, url } = request;
	const { code } = found.item;
	const way = await findEntryWay(db, actor, found, {
		today,
		timeZone: project.timeZone,
		version,
		signatures
	});
	const here = itemHref(project.slug, { kind: 'entry', code });
	const where = { here, catalogue: `/${project.slug}/catalogue`, mayEdit };
	const { holder, next } = way;
	const wantsReuse = url.searchParams.has('reuse') && way.may.prove;
	const isChoosing = wantsReuse || isAdding;
	return {
		...way,
		here,
		holder: holder && {
			name: holderName(holder.holder, holder.people, holder.organisation),
			task: awaitsText(holder.holder),
			days: holder.days,
			mine: holder.mine
		},
		next: next && {
			...next,
			blocks: next.blocks.map((one) => blockLine(one, code, where)),
			because: next.because && sentenceOf(next.because)
		},
		/** They step back while somebody chooses a file or an organisation. */
		hints: next?.step.actor === 'publisher' && !isChoosing ? await readHints(request, read, here) : [],
		/** The element for which the editor sends people here to add evidence. */
		proofFor: url.searchParams.get('proof'),
		profiles: way.profiles.map(({ results, coming, ...profile }) => ({
			...profile,
			...completeness(results),
			open: openOf(results),
			coming: coming
				? { number: coming.number, graceUntilOn: coming.graceUntilOn, open: openOf(coming.results) }
				: null
		})),
		linkable: wantsReuse ? await listLinkableEvidence(db, actor) : null
	};
}

function openOf(results: readonly ElementResult[]) {
	return results.flatMap(({ element, standing, reasons }) =>
		standing === 'missing' || standing === 'weak'
			? [{ element, standing, reasons: reasons.map(criteriaReasonText) }]
			: []
	);
}

async function readHints({ db, project }: ProjectRequest, { found, mayEdit }: Read, here: string) {
	const hints = personalHints(found.facts.content, await listNamesOfPeople(db, project.id));
	return hints.map((hint) => ({
		text: personalHintText(hint),
		href: mayEdit ? `${here}/edit?field=${hint.element}#${hint.element}` : null
	}));
}

/** For a ministry outside the consortium: the recognition it may record now, and nothing of the work before. */
export async function readRecognition(
	{ db, actor, project, today }: ProjectRequest,
	{ found, version }: Read
) {
	if (!can(actor, 'entry:recognise', found.subject).ok) return null;
	const clock = { today, timeZone: project.timeZone };
	const { next } = await findEntryWay(db, actor, found, { ...clock, version });
	return next?.step.actor === 'recogniser' && next.blocks.length === 0 ? { step: next.step } : null;
}

const itemOf = ({ db, actor, param }: ProjectRequest) =>
	findItemId(db, actor.projectId, 'entry', param('code'));

/** What the next page says; the entry's code stands before it. */
const said = (request: ProjectRequest, flash: string) => ({ flash, label: request.param('code') });

const step = (permission: 'entry:take-step' | 'entry:publish' | 'entry:recognise', flash: string) =>
	action(permission, schemas.TakeStep, async (request, input) => {
		const { db, actor, now } = request;
		await takeStep(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, flash);
	});

export const wayActions = {
	'take-step': step('entry:take-step', 'entry-step-taken'),
	publish: step('entry:publish', 'entry-published'),
	recognise: step('entry:recognise', 'entry-recognised'),

	return: action('entry:return', schemas.ReturnEntry, async (request, input) => {
		const { db, actor, now } = request;
		await returnEntry(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'entry-returned');
	}),

	hold: action('entry:hold', schemas.HoldEntry, async (request, input) => {
		const { db, actor, now } = request;
		await holdEntry(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'entry-held');
	}),

	resume: action('entry:hold', schemas.ResumeEntry, async (request, input) => {
		const { db, actor, now } = request;
		await resumeEntry(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'entry-resumed');
	}),

	merge: action('entry:end', schemas.MergeEntry, async (request, input) => {
		const { db, actor, now } = request;
		await mergeEntry(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'entry-merged');
	}),

	retire: action('entry:end', schemas.RetireEntry, async (request, input) => {
		const { db, actor, now } = request;
		await retireEntry(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'entry-retired');
	}),

	'upload-proof': uploadAction('entry:edit', schemas.UploadProof, async (request, input, files) => {
		const { db, actor, now } = request;
		const { requirement, level } = input;
		const target = { itemId: await itemOf(request), requirement };
		await linkProof(db, actor, target, evidenceOfFiles(actor, files, level, now), now);
		return said(request, 'evidence-linked');
	}),

	'link-proof': action('entry:edit', schemas.LinkProof, async (request, input) => {
		const { db, actor, now } = request;
		const target = { itemId: await itemOf(request), requirement: input.requirement };
		await linkProof(db, actor, target, evidenceOfAddress(actor, input, now), now);
		return said(request, 'evidence-linked');
	}),

	'reuse-proof': action('entry:edit', schemas.ReuseProof, async (request, input) => {
		const { db, actor, now } = request;
		const target = { itemId: await itemOf(request), requirement: input.requirement };
		await linkProof(db, actor, target, evidenceOfProject(actor, input.evidenceId), now);
		return said(request, 'evidence-linked');
	}),

	'unlink-proof': action('entry:edit', schemas.UnlinkProof, async (request, input) => {
		const { db, actor, now } = request;
		await unlinkProof(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'evidence-unlinked');
	})
};
