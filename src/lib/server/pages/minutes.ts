import { can } from '#lib/domain/can.ts';
import {
	canonicalMinutes,
	visibleContent,
	type MinutesContent,
	type Sight
} from '#lib/domain/meetings/minutes-content.ts';
import { standingObjections } from '#lib/domain/meetings/minutes.ts';
import { minutesHolder } from '#lib/domain/meetings/minutes-holder.ts';
import { minutesChanges } from '#lib/domain/meetings/minutes-changes.ts';
import { sha256 } from '#lib/server/ids.ts';
import { isFresh } from '#lib/server/auth/reauthentication.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { findCirculatedContent } from '#lib/server/queries/find-circulated-content.ts';
import { findMinutesContent } from '#lib/server/queries/find-minutes-content.ts';
import { findMinutesFacts, type MinutesFound } from '#lib/server/queries/find-minutes-facts.ts';
import { listActionOwners } from '#lib/server/queries/list-action-owners.ts';
import { listErrata } from '#lib/server/queries/list-errata.ts';
import { listMinutesOutcomes } from '#lib/server/queries/list-minutes-outcomes.ts';
import { listMinutesVersions } from '#lib/server/queries/list-minutes-versions.ts';
import { minutesPoints } from './minutes-points.ts';
import { shownHolder } from './shown-holder.ts';
import { minutesSteps } from './minutes-steps.ts';

/** A real meeting of a demonstration: what was said is public, how its minutes went round is made up. */
export function isProcedureSample({ meeting, circulations }: MinutesFound): boolean {
	return meeting.origin !== 'sample' && circulations.some(({ origin }) => origin === 'sample');
}

/** What these minutes say to whom may read them: the frozen content, or while they are a draft what stands now. */
export async function readMinutes({ db, actor, param }: Pick<ProjectRequest, 'db' | 'actor' | 'param'>) {
	const found = await findMinutesFacts(db, actor, param('meeting'));
	if (!found || !can(actor, 'minutes:read', found.subjects.read).ok) return undefined;
	const outcomes = await listMinutesOutcomes(db, found.meeting.id);
	const frozen = found.minutes.circulation ? found.previous : null;
	const whole = frozen ?? (await findMinutesContent(db, found, outcomes));
	const sight = sightOf(actor);
	return { found, outcomes, whole, content: visibleContent(whole, sight), sight };
}

function sightOf(actor: ProjectRequest['actor']): Sight {
	return {
		readActions: can(actor, 'action:read', {}).ok,
		readDecisions: can(actor, 'decision:read', {}).ok,
		readPeople: can(actor, 'person:read', {}).ok
	};
}

export async function minutesPage(request: ProjectRequest) {
	const { db, actor, project, signedIn, now, today, url } = request;
	const read = await readMinutes(request);
	if (!read) return undefined;
	const { found, outcomes, whole, content, sight } = read;
	const { meeting, minutes, current, circulations } = found;
	const steps = minutesSteps(found, actor, today);
	const errata = minutes.state === 'locked' ? await listErrata(db, meeting.id) : [];
	const history = url.searchParams.get('history');
	const asksOwner = url.searchParams.get('form') === 'action' || url.searchParams.has('note');
	return {
		meeting: {
			slug: meeting.slug,
			title: meeting.title,
			kind: meeting.kind,
			state: meeting.state,
			mode: meeting.mode,
			place: meeting.place,
			timeZone: meeting.timeZone,
			level: meeting.level,
			origin: meeting.origin,
			minutesState: minutes.state
		},
		isProcedureSample: isProcedureSample(found),
		head: content.meeting,
		quorum: content.quorum,
		attendance: content.attendance,
		points: minutesPoints(content, { found, outcomes, errata, sight }),
		errata: errata.map((one) => (sight.readPeople ? one : { ...one, person: '' })),
		steps,
		holder: sight.readPeople ? holderOf(found, content.meeting.days, request) : null,
		current: current && sight.readPeople ? current : null,
		circulations: sight.readPeople ? circulations : [],
		changes: sight.readPeople ? await changesSince(request, found, whole) : null,
		signatures: signaturesOf(found, sight),
		/** Of what would be circulated now; the form carries it. */
		draftSha256: minutes.state === 'draft' ? sha256(canonicalMinutes(whole)) : null,
		sealed: minutes.circulation ? sealOf(found) : null,
		isFresh: isFresh(signedIn, now),
		me: signedIn.name,
		asked: {
			form: url.searchParams.get('form'),
			point: url.searchParams.get('point'),
			note: url.searchParams.get('note')
		},
		owners: asksOwner && steps.mayGiveAction ? await listActionOwners(db, project.id, today) : [],
		history: history && sight.readPeople ? await listMinutesVersions(db, meeting.id, history) : null,
		/** For the print, as in the Word document. */
		trail: project.auditHead,
		printedAt: now.toISOString(),
		timeZone: project.timeZone,
		today
	};
}

/** Against what was circulated before: of a draft, the last circulation; of a later circulation, the one before it. */
async function changesSince({ db }: ProjectRequest, found: MinutesFound, whole: MinutesContent) {
	const { meeting, current, previous, circulations } = found;
	if (!current)
		return previous && { number: circulations[0]?.number ?? 0, list: minutesChanges(previous, whole) };
	if (current.number === 1) return null;
	const before = await findCirculatedContent(db, meeting.id, current.number - 1);
	return before ? { number: current.number - 1, list: minutesChanges(before, whole) } : null;
}

function holderOf(
	{ meeting, minutes, current, presentOfficers }: MinutesFound,
	days: MinutesContent['meeting']['days'],
	{ actor, today }: ProjectRequest
) {
	const { chair, secretary } = minutes;
	const present = (id: string | null) => presentOfficers.find((one) => one === id) ?? null;
	const holder = minutesHolder(
		{
			...meeting,
			chairId: present(meeting.chairId),
			secretaryId: present(meeting.secretaryId),
			lastDay: days.at(-1)?.day ?? today,
			untold: minutes.points.filter(({ text }) => text === '').length,
			circulatedAt: current?.circulatedAt ?? null,
			objectionsUntilOn: current?.objectionsUntilOn ?? null,
			standing: standingObjections(minutes).length,
			approvedAt: current?.endedAt ?? null,
			signedBy: minutes.signatures.map(({ personId }) => personId)
		},
		today
	);
	const named = new Map([chair, secretary].map((one) => [one?.id ?? null, one?.name ?? null]));
	return holder && shownHolder(holder, actor, { named, today });
}

function sealOf({ current, previous }: MinutesFound) {
	if (!current || !previous) return null;
	const { number, sha256: seal, circulatedAt, objectionsUntilOn } = current;
	return { number, sha256: seal, isIntact: sha256(previous.text) === seal, circulatedAt, objectionsUntilOn };
}

function signaturesOf(found: MinutesFound, { readPeople }: Sight) {
	const seal = sealOf(found);
	return found.signatures.map((one) => ({
		id: one.id,
		part: one.part,
		person: readPeople ? one.personName : one.organisationAcronym,
		organisation: one.organisationAcronym,
		role: one.role,
		statement: one.statement,
		signedAt: one.signedAt,
		coversSha256: one.coversSha256,
		/** Computed anew from the stored text each time the page is read. */
		covers: seal?.isIntact === true && one.coversSha256 === seal.sha256
	}));
}
