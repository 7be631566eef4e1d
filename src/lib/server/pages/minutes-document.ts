import type { ChainHead } from '#lib/domain/chain-check.ts';
import type { MinutesContent, OutcomeContent } from '#lib/domain/meetings/minutes-content.ts';
import type { Block, WordDocument } from '#lib/server/docx.ts';
import type { CirculationRow } from '#lib/server/queries/list-circulations.ts';
import type { ErratumRow } from '#lib/server/queries/list-errata.ts';
import { dayText, instantText } from '#lib/text/dates.ts';
import { meetingDaysText } from '#lib/text/meetings/days.ts';
import { WAY_TEXT } from '#lib/text/meetings/decisions.ts';
import {
	ATTENDANCE_WORDS,
	MINUTES_STATE_TEXT,
	outcomeText,
	SAMPLE_PROCEDURE_TEXT,
	SIGNING_PART_TEXT
} from '#lib/text/meetings/minutes.ts';
import { clockText, MEETING_KIND_TEXT } from '#lib/text/meetings/words.ts';
import type { MinutesState } from '#lib/domain/meetings/meetings.ts';
import type { SigningPart } from '#lib/domain/meetings/minutes-reasons.ts';

export interface MinutesToExport {
	project: { acronym: string; title: string; grantNumber: string | null; timeZone: string };
	state: MinutesState;
	isSample: boolean;
	/** Only how they went round is made up, not what they say. */
	isProcedureSample: boolean;
	content: MinutesContent;
	/** Number and SHA-256 of what was circulated; null: a draft. */
	seal: { number: number; sha256: string } | null;
	circulations: readonly CirculationRow[];
	errata: readonly ErratumRow[];
	signatures: readonly { part: SigningPart; person: string; organisation: string; signedAt: string }[];
	head: ChainHead;
	exportedAt: string;
}

/** Minutes as a Word document: the frozen text, with objections, signatures and errata beside it. */
export function minutesDocument(minutes: MinutesToExport): WordDocument {
	const { project, content, seal, head, state } = minutes;
	const { acronym, title, grantNumber } = project;
	const grant = grantNumber === null ? '' : ` · Grant agreement ${grantNumber}`;
	const { meeting } = content;
	return {
		title: `Minutes: ${meeting.title}`,
		author: acronym,
		header: `${acronym}${grant} · ${title}`,
		footer: [
			seal === null
				? 'Draft: not circulated yet.'
				: `Circulation ${seal.number}, SHA-256 of the minutes: ${seal.sha256}`,
			`Audit trail at ${minutes.exportedAt}: event ${head.sequence}, head ${head.hash}`
		],
		blocks: [
			{ kind: 'title', text: meeting.title },
			...sampleNote(minutes),
			{
				kind: 'text',
				text: [
					MEETING_KIND_TEXT[meeting.kind],
					meetingDaysText(meeting.days.map(({ day }) => day)),
					meeting.place,
					`times in ${meeting.timeZone}`
				]
					.filter((part) => part !== '')
					.join(' · ')
			},
			{ kind: 'text', text: `${MINUTES_STATE_TEXT[state].label}.` },
			...officers(meeting),
			...attendanceBlocks(content),
			{ kind: 'heading', text: 'Agenda and minutes' },
			...content.points.flatMap((point, index) => pointBlocks(point, index + 1, minutes.errata)),
			...decisionBlocks(content),
			...actionBlocks(content),
			...objectionBlocks(minutes),
			...signatureBlocks(minutes),
			...errataBlocks(minutes)
		]
	};
}

function sampleNote({ isSample, isProcedureSample }: MinutesToExport): Block[] {
	if (isSample) return [{ kind: 'note', text: 'Sample data' }];
	return isProcedureSample ? [{ kind: 'note', text: `Sample data: ${SAMPLE_PROCEDURE_TEXT}` }] : [];
}

function officers({ chair, secretary }: MinutesContent['meeting']): Block[] {
	const named = [
		...(chair === '' ? [] : [`Chair: ${chair}`]),
		...(secretary === '' ? [] : [`Secretary: ${secretary}`])
	];
	return named.length === 0 ? [] : [{ kind: 'text', text: named.join('   ') }];
}

function attendanceBlocks({ attendance, quorum }: MinutesContent): Block[] {
	const { present, members, needed } = quorum;
	const holds = present >= needed ? 'The quorum held' : 'There was no quorum';
	return [
		{ kind: 'heading', text: 'Attendance' },
		{
			kind: 'table',
			head: ['Organisation', 'Person', 'Attendance'],
			widths: [35, 40, 25],
			rows: attendance.map((line) => [
				line.isGuest ? `${line.organisation} (guest)` : line.organisation,
				line.person,
				line.attendance === null
					? 'not recorded'
					: `${ATTENDANCE_WORDS[line.attendance]}${line.representedBy === '' ? '' : ` by ${line.representedBy}`}`
			])
		},
		{
			kind: 'text',
			text: `${holds}: ${present} of ${members} members present or represented, ${needed} needed.`
		}
	];
}

function pointBlocks(
	point: MinutesContent['points'][number],
	number: number,
	errata: readonly ErratumRow[]
): Block[] {
	const { day, startsAt, section, track, presenter } = point;
	const about = [
		day === '' ? '' : dayText(day),
		startsAt === null ? '' : clockText(startsAt),
		section,
		track,
		presenter
	].filter((text) => text !== '');
	const own = errata.filter(({ agendaItemId }) => agendaItemId === point.id);
	return [
		{ kind: 'subheading', text: `${number}. ${point.title}` },
		...(about.length === 0 ? [] : [{ kind: 'note', text: about.join(' · ') } as const]),
		{ kind: 'text', text: point.text },
		...point.outcomes.map((one) => ({ kind: 'item', text: lineOf(one) }) as const),
		...own.map((one) => ({ kind: 'note', text: `Corrected by erratum ${one.number}.` }) as const)
	];
}

const KINDS = { information: 'Information', decision: 'Decision', action: 'Action' } as const;

function lineOf(outcome: OutcomeContent): string {
	return `${KINDS[outcome.kind]}: ${outcomeText(outcome)}`;
}

function decisionBlocks({ points }: MinutesContent): Block[] {
	const rows = points.flatMap((point) =>
		point.outcomes.flatMap((one) => {
			if (one.kind !== 'decision') return [];
			const votes = one.votes
				? ` (${one.votes.for} for, ${one.votes.against} against, ${one.votes.abstained} abstained)`
				: '';
			const since = one.isUrgent ? 'at once' : one.effectiveOn === '' ? 'approval' : dayText(one.effectiveOn);
			return [[one.code, `${one.title}\n${one.text}`, `${WAY_TEXT[one.how]}${votes}`, since]];
		})
	);
	if (rows.length === 0) return [];
	const head = ['Number', 'Decision', 'How', 'In force from'];
	return [
		{ kind: 'heading', text: 'Decisions' },
		{ kind: 'table', head, widths: [13, 47, 22, 18], rows }
	];
}

function actionBlocks({ points }: MinutesContent): Block[] {
	const rows = points.flatMap((point) =>
		point.outcomes.flatMap((one) =>
			one.kind === 'action'
				? [
						[
							one.code,
							one.title,
							`${one.owner} (${one.organisation})`,
							dayText(one.dueOn === '' ? null : one.dueOn),
							point.title
						]
					]
				: []
		)
	);
	if (rows.length === 0) return [];
	const head = ['Number', 'What', 'Who', 'By when', 'From'];
	return [
		{ kind: 'heading', text: 'Actions' },
		{ kind: 'table', head, widths: [11, 37, 20, 13, 19], rows }
	];
}

function objectionBlocks({ circulations, project }: MinutesToExport): Block[] {
	const all = circulations.flatMap((one) => one.objections.map((each) => ({ ...each, number: one.number })));
	if (all.length === 0) return [];
	const became = (one: (typeof all)[number]) =>
		`${one.settled ?? 'open'}${one.answer === null ? '' : `\nAnswer: ${one.answer}`}`;
	return [
		{ kind: 'heading', text: 'Objections' },
		{
			kind: 'table',
			head: ['Organisation', 'To', 'Objection', 'What became of it'],
			widths: [16, 20, 36, 28],
			rows: all.map((one) => [
				`${one.organisation}\n${instantText(one.raisedAt, project.timeZone)}`,
				`${one.point ?? 'The minutes as a whole'}\ncirculation ${one.number}`,
				one.text,
				became(one)
			])
		}
	];
}

function signatureBlocks({ signatures, project, seal }: MinutesToExport): Block[] {
	if (signatures.length === 0 || seal === null) return [];
	return [
		{ kind: 'heading', text: 'Signatures' },
		...signatures.map(
			(one) =>
				({
					kind: 'text',
					text: `${SIGNING_PART_TEXT[one.part]}: ${one.person} (${one.organisation}), ${instantText(one.signedAt, project.timeZone)}, over circulation ${seal.number}`
				}) as const
		)
	];
}

function errataBlocks({ errata, project }: MinutesToExport): Block[] {
	if (errata.length === 0) return [];
	return [
		{ kind: 'heading', text: 'Errata' },
		...errata.flatMap((one): Block[] => [
			{
				kind: 'text',
				text: `Erratum ${one.number} to ${one.point === null ? 'the minutes as a whole' : `“${one.point}”`}: ${one.text}`
			},
			{ kind: 'note', text: `${one.reason} · ${instantText(one.madeAt, project.timeZone)}` }
		])
	];
}
