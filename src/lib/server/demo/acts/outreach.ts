import { createHash } from 'node:crypto';
import type { HeadRole, PersonKind } from '#lib/domain/outreach/heads.ts';
import type { LinkAnswer } from '#lib/domain/outreach/link-checks.ts';
import type { MobilityKind, MobilityMode } from '#lib/domain/outreach/mobility.ts';
import type { OutreachKind } from '#lib/domain/outreach/outreach.ts';
import type { OutreachState } from '#lib/domain/outreach/states.ts';
import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { addRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { checkLinksNow } from '#lib/server/commands/check-links-now.ts';
import { evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { confirmVisibility } from '#lib/server/commands/edit-outreach.ts';
import { recordMobility } from '#lib/server/commands/record-mobility.ts';
import { recordOutreach } from '#lib/server/commands/record-outreach.ts';
import { saveHeads } from '#lib/server/commands/save-heads.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { storeSampleFile } from '#lib/server/demo/store-sample-file.ts';

/** Women are counted with the heads; `list`: from the attendance list that was stored for the record. */
interface SampleHeads {
	kind: PersonKind;
	role?: HeadRole;
	from?: string;
	group?: string;
	/** A number, `nil`, `missing`, or why it does not apply. */
	heads: number | string;
	women?: number;
	estimate?: true;
}

export interface SampleLine {
	kind: OutreachKind;
	state?: OutreachState;
	title: string;
	on: string;
	place?: string;
	country?: string;
	by: string;
	with?: readonly string[];
	packages?: readonly number[];
	text?: string;
	url?: string;
	venue?: string;
	licence?: string;
	level?: 'PU' | 'SEN';
	/** Name of the attendance list. */
	list?: string;
	heads?: readonly SampleHeads[];
	/** Why emblem and disclaimer are not owed; `true`: both are there. */
	emblem?: true | string;
}

/** Writes a line into the log, marked as sample data, with its list, its heads and the look at the emblem. */
export const log =
	(line: SampleLine): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const made = await recordOutreach(
			db,
			actor,
			{
				kind: line.kind,
				state: line.state ?? 'done',
				title: line.title,
				startsOn: line.on,
				endsOn: null,
				place: line.place ?? '',
				country: line.country ?? null,
				organisationId: organisation(stage, line.by),
				organisationIds: (line.with ?? []).map((code) => organisation(stage, code)),
				workPackageIds: await packages(stage, line.packages ?? []),
				summary: line.text ?? '',
				url: line.url ?? null,
				level: line.level ?? 'PU',
				authors: '',
				venue: line.venue ?? '',
				doi: null,
				licence: line.licence ?? null,
				origin: 'sample'
			},
			now
		);
		stage.learn(line.title, made.id);
		await count(stage, { type: 'outreach', ...made }, line.list, line.heads ?? []);
		if (line.emblem === undefined) return;
		const visibility = line.emblem === true ? 'confirmed' : 'not-applicable';
		const reason = line.emblem === true ? '' : line.emblem;
		await confirmVisibility(db, actor, { code: made.code, version: 1, visibility, reason }, now);
	};

/** Looks at the address of a line; nobody is asked, the answer is part of the story. */
export const looks =
	(title: string, answer: { page?: string; status?: number }): Act =>
	async ({ db, actor, now, item }) => {
		const { page = '', status = 200 } = answer;
		const sha256 = createHash('sha256').update(page).digest('hex');
		const told: LinkAnswer =
			status === 200
				? { kind: 'body', status, sha256, size: Buffer.byteLength(page) }
				: { kind: 'status', status };
		const { code } = await db
			.selectFrom('outreach')
			.select('code')
			.where('id', '=', item(title))
			.executeTakeFirstOrThrow();
		await checkLinksNow(db, actor, { code }, () => Promise.resolve(told), now);
	};

export interface SampleActivity {
	kind: MobilityKind;
	state?: OutreachState;
	title: string;
	days: readonly [string, string?];
	mode?: MobilityMode;
	place?: string;
	country?: string;
	by: string;
	host?: string;
	packages?: readonly number[];
	topics?: string;
	results?: string;
	list?: string;
	/** Title of a line of the log whose list proves this too. */
	sharesListOf?: string;
	heads?: readonly SampleHeads[];
}

/** Records a visit, an exchange, a workshop or a training, marked as sample data. */
export const activity =
	(one: SampleActivity): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const made = await recordMobility(
			db,
			actor,
			{
				kind: one.kind,
				state: one.state ?? 'done',
				title: one.title,
				startsOn: one.days[0],
				endsOn: one.days[1] ?? null,
				mode: one.mode ?? 'on-site',
				place: one.place ?? '',
				country: one.country ?? null,
				organisationId: organisation(stage, one.by),
				hostOrganisationId: one.host === undefined ? null : organisation(stage, one.host),
				workPackageIds: await packages(stage, one.packages ?? []),
				topics: one.topics ?? '',
				results: one.results ?? '',
				origin: 'sample'
			},
			now
		);
		const shared = one.sharesListOf === undefined ? null : await listOf(stage, one.sharesListOf);
		if (shared !== null) {
			const target = { type: 'mobility', id: made.id } as const;
			await addRecordEvidence(db, actor, target, evidenceOfProject(actor, shared), now);
		}
		await count(stage, { type: 'mobility', ...made }, one.list, one.heads ?? [], shared);
	};

interface Target {
	type: 'outreach' | 'mobility';
	id: string;
	code: string;
}

async function count(
	stage: Stage,
	target: Target,
	list: string | undefined,
	heads: readonly SampleHeads[],
	shared: string | null = null
): Promise<void> {
	const { db, actor, now } = stage;
	const listId = list === undefined ? shared : await addList(stage, target, list);
	for (const { role, kind, from, group, heads: said, women, estimate } of heads) {
		const state =
			said === 'nil' || said === 'missing' ? said : typeof said === 'number' ? 'value' : 'not-applicable';
		await saveHeads(
			db,
			actor,
			target,
			{
				headsId: null,
				version: 0,
				role: role ?? (target.type === 'outreach' ? 'audience' : 'participant'),
				kind,
				organisationId: from === undefined ? null : organisation(stage, from),
				groupName: group ?? '',
				valueState: state,
				heads: typeof said === 'number' ? said : null,
				women: women ?? null,
				reason: state === 'not-applicable' && typeof said === 'string' ? said : '',
				listId: estimate === true || state !== 'value' ? null : listId
			},
			now
		);
	}
}

/** Attendance lists name people: they are for the consortium. */
async function addList(stage: Stage, { type, id }: Target, name: string): Promise<string> {
	const { db, store, actor, now } = stage;
	const file = await storeSampleFile(store, { field: 'file', name, lines: ['Attendance list', name] });
	const made: string[] = [];
	await addRecordEvidence(
		db,
		actor,
		{ type, id },
		async (db) => {
			made.push(await insertFileEvidence(db, actor, file, { level: 'SEN' }, now));
			return made;
		},
		now
	);
	return made[0] ?? '';
}

async function listOf({ db, item }: Stage, title: string): Promise<string> {
	const use = await db
		.selectFrom('recordEvidence')
		.select('evidenceId')
		.where('recordId', '=', item(title))
		.orderBy('id')
		.executeTakeFirstOrThrow();
	return use.evidenceId;
}

function organisation({ organisations }: Stage, code: string): string {
	const found = organisations.find((one) => one.code === code);
	if (!found) throw new Error(`the sample plan has no ${code}`);
	return found.id;
}

async function packages({ db, actor }: Stage, numbers: readonly number[]): Promise<string[]> {
	if (numbers.length === 0) return [];
	const rows = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('number', 'in', numbers)
		.orderBy('number')
		.execute();
	return rows.map(({ id }) => id);
}
