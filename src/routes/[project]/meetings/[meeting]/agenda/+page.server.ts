import { clockOf, overTime } from '#lib/domain/meetings/clock.ts';
import { isOnAgenda } from '#lib/domain/meetings/agenda.ts';
import { page } from '#lib/server/http/page.ts';
import { shownAgenda } from '#lib/server/pages/meeting-agenda.ts';
import { findAgendaPage } from '#lib/server/queries/find-agenda-page.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { listPlaces } from '#lib/server/queries/find-meeting-standing.ts';
import { agendaActions } from './actions.server.ts';

export const load = page('meeting:read', async ({ db, actor, now, url, param }) => {
	const open = url.searchParams.get('point');
	const found = await findAgendaPage(db, actor, param('meeting'), open !== null);
	if (!found) return undefined;
	const { page, ...rest } = found;
	const { meeting, days, agenda, papers } = page;
	const isRunning = meeting.state === 'running';
	const point = agenda.find(({ id }) => id === open);
	const wantsReuse = rest.mayEdit && url.searchParams.has('reuse');
	const isToCome = ['planned', 'invited', 'running'].includes(meeting.state);
	return {
		...rest,
		/** The clocks of the consortium, while they matter and no form is open. */
		places: isToCome && open === null ? await listPlaces(db, page.found) : null,
		linkable: wantsReuse ? await listLinkableEvidence(db, actor) : null,
		meeting,
		days,
		agenda: shownAgenda(page, now),
		/** The point whose form is open; `new` for one to come. */
		open,
		point: point
			? { ...point, papers: papers.filter(({ agendaItemId }) => agendaItemId === point.id) }
			: null,
		clocks: Object.fromEntries(agenda.map((one) => [one.id, clockOf(one, now).state])),
		proposals: agenda
			.filter(({ state }) => state === 'proposed' || state === 'declined')
			.map(({ id, title, description, minutes, proposer, proposedBy, state, decisionNote }) => ({
				...{ id, title, description, minutes, proposer, state, decisionNote },
				isMine: proposedBy === actor.personId
			})),
		papers: papers.filter(({ agendaItemId, purpose }) => agendaItemId === null && purpose === 'paper'),
		isRunning,
		over: isRunning ? overTime(agenda.filter(isOnAgenda), now) : null
	};
});

export const actions = agendaActions;
