import { can, mayAlways, mayEver } from '#lib/domain/can.ts';
import { commentBlocks } from '#lib/domain/deliverable-edits.ts';
import { openForm } from '#lib/domain/deliverable-forms.ts';
import { stepsFor } from '#lib/domain/deliverable-steps.ts';
import { deliverableHolder } from '#lib/domain/deliverable-holder.ts';
import { mayReadEvidence, mayReadSensitiveFiles } from '#lib/domain/evidence-access.ts';
import { heldDays, isHeldBy } from '#lib/domain/holder.ts';
import { lateness, untoldDates } from '#lib/domain/lateness.ts';
import { portalStatus } from '#lib/domain/submission.ts';
import { endsReview, versionChanges } from '#lib/domain/version-guards.ts';
import { isFresh } from '#lib/server/auth/reauthentication.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { newId } from '#lib/server/ids.ts';
import { findDeliverableFacts, type FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { listItemAccess } from '#lib/server/queries/list-item-access.ts';
import { listBrokenGlass } from '#lib/server/queries/list-broken-glass.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listPortalEvents } from '#lib/server/queries/list-portal-events.ts';
import { holderName } from '#lib/text/holder.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { listChoices } from './choices.server.ts';
import { opinionsOf } from '#lib/server/pages/opinions.ts';
import { reviewersOf, reviewForm, roundsOf, signaturesOf } from '#lib/server/pages/review-data.ts';

/** The page of a deliverable as this person may see it; undefined where it is not for them. */
export async function deliverablePage(request: ProjectRequest) {
	const { db, actor, project, today, now, signedIn, url, param } = request;
	const found = await findDeliverableFacts(db, project.id, { code: param('code') });
	if (!found || !can(actor, 'deliverable:read', found.subject).ok) return undefined;
	const { item, deliverable, facts, subject } = found;
	const { plan } = await findQualityPlan(db, project.id);
	const context = {
		facts,
		subject,
		plan,
		hasChecklist: found.hasChecklist,
		submittedOn: deliverable.submittedOn,
		today
	};
	const steps = stepsFor(actor, context).map(({ blocks, ...step }) => ({
		...step,
		blocks: blocks.map(sentenceOf)
	}));
	const has = (name: (typeof steps)[number]['name']) => steps.some((step) => step.name === name);
	const seesReview = can(actor, 'review:read', subject).ok;
	const seesProgress = mayAlways(actor, 'progress:read');
	const seesPeople = mayEver(actor, 'person:read');
	const readsFiles = await mayReadFiles(request, found);
	const isReviewer = steps.some((step) => step.name === 'request-changes' && step.blocks.length === 0);
	const open = openForm(url.searchParams, has, isReviewer);
	const portal = await listPortalEvents(db, item.id);

	return {
		item: {
			id: item.id,
			code: item.code,
			title: item.title,
			description: item.description,
			state: facts.state,
			version: item.version,
			origin: item.origin
		},
		workPackage: { number: item.workPackageNumber, title: item.workPackageTitle },
		lead:
			item.leadAcronym === null
				? null
				: { acronym: item.leadAcronym, name: item.leadName ?? '', country: item.leadCountry ?? '' },
		mergedInto: deliverable.mergedInto,
		deliverable: {
			type: labelOf(plan.deliverableTypes, deliverable.type),
			level: labelOf(plan.disseminationLevels, deliverable.disseminationLevel),
			typeCode: deliverable.type,
			levelCode: deliverable.disseminationLevel,
			line: deliverable.line,
			lateJustification: seesProgress ? deliverable.lateJustification : null,
			endedReference: deliverable.endedReference,
			brokenGlass: deliverable.brokeGlassAt === null ? [] : await listBrokenGlass(db, item.id),
			editorialOnly: deliverable.editorialOnly === 1
		},
		...datesOf(found, seesProgress ? { today, soonDays: plan.atRiskDays } : null),
		seesProgress,
		holder: holderOf(request, found),
		portal: {
			status: portalStatus(facts.state, isUploaded(portal)),
			events: portal
				.filter((event) => seesReview || event.kind !== 'revision-asked')
				.map((event) => (seesPeople ? event : { ...event, byName: '', recordedBy: '', note: '' })),
			package: portal.findLast((event) => event.kind === 'package-built') ?? null
		},
		steps,
		uploadEndsReview: endsReview(facts.state),
		versions: versionsOf(found, seesReview)
			.map((version) => (seesPeople ? version : { ...version, author: '', note: '' }))
			.map((version) =>
				readsFiles
					? { ...version, replaced: replacedIn(version, request, seesReview), sealed: 0 }
					: { ...version, files: [], replaced: [], changes: [], sealed: version.files.length }
			),
		contributors: contributorsOf(found, mayEver(actor, 'contact:read')),
		contributorsConfirmed: facts.contributorsConfirmed,
		seesReview,
		reviewers: seesReview ? reviewersOf(found) : [],
		rounds: seesReview ? roundsOf(found) : [],
		signatures: seesReview ? signaturesOf(found) : [],
		opinions: await opinionsOf(request, item.id, subject),
		review: has('sign') ? await reviewForm(db, actor, found, isReviewer && open === 'review') : null,
		mayAnswer: can(actor, 'review:answer', subject).ok,
		commentsLocked: commentBlocks(facts.state).length > 0,
		mayComment: can(actor, 'review:comment', subject).ok,
		seesAudit: can(actor, 'audit:read', subject).ok,
		mayDeclareConflict: can(actor, 'conflict:declare', subject).ok,
		...(await listChoices(request, open, has, found)),
		coversSha256: facts.rounds.at(-1)?.coversSha256 ?? '',
		plan: {
			types: plan.deliverableTypes,
			levels: plan.disseminationLevels,
			formats: plan.acceptedFormats,
			megabytes: plan.maxFileMegabytes
		},
		commentKey: newId(),
		isFresh: isFresh(signedIn, now),
		personId: actor.personId,
		personName: actor.name,
		today,
		startOn: project.startOn,
		timeZone: project.timeZone
	};
}

async function mayReadFiles({ db, actor }: ProjectRequest, { item, subject }: FoundDeliverable) {
	if (item.disseminationLevel === 'PU') return true;
	const access = await listItemAccess(db, [item.id]);
	return mayReadSensitiveFiles(actor, {
		subject,
		accessOrganisationIds: access.map(({ organisationId }) => organisationId)
	});
}

function holderOf({ actor, today }: ProjectRequest, { facts, assignments, item, subject }: FoundDeliverable) {
	const holder = deliverableHolder(facts);
	if (!holder) return null;
	const people = assignments
		.filter((one) => holder.personIds.includes(one.personId))
		.map((one) => `${one.name} (${one.acronym})`);
	return {
		...holder,
		name: holderName(holder, people, item.leadAcronym),
		mine: isHeldBy(holder, actor, subject),
		days: heldDays({ since: holder.since.slice(0, 10) }, { state: facts.state, due: facts.dueOn }, today)
	};
}

/** Agreed day, forecast and verdict are for those who follow the progress. */
function datesOf(
	{ item, deliverable }: FoundDeliverable,
	progress: { today: string; soonDays: number } | null
) {
	const dated = { ...item, submittedOn: deliverable.submittedOn };
	const { contractualOn, agreedOn, forecastOn, agreedReference } = item;
	if (!progress)
		return {
			dates: { contractualOn, agreedOn: null, forecastOn: null },
			lateness: untoldDates(dated)
		};
	return {
		dates: { contractualOn, agreedOn, forecastOn, agreedBy: agreedReference },
		lateness: lateness(dated, progress.today, progress.soonDays)
	};
}

/** The draft lies in the portal since the newest package was built. */
function isUploaded(events: readonly { kind: string }[]): boolean {
	const last = events.findLast((event) => event.kind === 'uploaded' || event.kind === 'package-built');
	return last?.kind === 'uploaded';
}

/** Versions newest first, each with what changed since the one before; the public sees the accepted one. */
function versionsOf({ records }: FoundDeliverable, seesAll: boolean) {
	const listed = records.versions.map((version, index) => ({
		...version,
		changes: index === 0 ? [] : versionChanges(records.versions[index - 1], version)
	}));
	return seesAll ? listed.toReversed() : listed.slice(-1).map((version) => ({ ...version, changes: [] }));
}

/** Files that gave way to others, for those who work on it; where only its keepers may open one, without a link. */
function replacedIn(
	{ replaced }: FoundDeliverable['records']['versions'][number],
	{ actor, project }: ProjectRequest,
	seesAll: boolean
) {
	return (seesAll ? replaced : []).map(({ evidenceId, name, ...held }) => ({
		evidenceId,
		name,
		href: mayReadEvidence(actor, { ...held, uses: [] }) ? `/${project.slug}/files/${evidenceId}` : null
	}));
}

function contributorsOf({ history }: FoundDeliverable, seesNotes: boolean) {
	const byOrganisation = Map.groupBy(history.contributions, (one) => one.organisationId);
	return [...byOrganisation].map(([organisationId, rows]) => ({
		organisationId,
		acronym: rows[0]?.acronym ?? '',
		kinds: [...new Set(rows.map((row) => row.kind))],
		notes: seesNotes ? [...new Set(rows.map((row) => row.note).filter(Boolean))] : []
	}));
}

function labelOf(list: readonly { code: string; label: string }[], code: string | null): string | null {
	if (code === null) return null;
	const label = list.find((one) => one.code === code)?.label;
	return label === undefined ? code : `${code} · ${label}`;
}
