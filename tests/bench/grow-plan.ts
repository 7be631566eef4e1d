import type { Db } from '#db/schema.ts';
import { canonicalEvent, CHAIN_START } from '#lib/domain/audit-chain.ts';
import { newId, sha256 } from '#lib/server/ids.ts';

/** Rows of one statement: no database takes endlessly many parameters. */
const ROWS = 400;
const FIRST_CODE = 100;

export interface Size {
	deliverables: number;
	/** Files and links, each linked to a deliverable. */
	evidence: number;
	events: number;
	otherProjects: number;
}

async function inChunks<Row>(
	rows: readonly Row[],
	insert: (chunk: Row[]) => Promise<unknown>
): Promise<void> {
	for (let at = 0; at < rows.length; at += ROWS) await insert(rows.slice(at, at + ROWS));
}

function many<Row>(models: readonly Row[], from: number, to: number): { model: Row; index: number }[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, place) => {
		const model = models[place % models.length];
		if (model === undefined) throw new Error('The demonstration has nothing to copy');
		return { model, index: from + place };
	});
}

/** Copies of what the demonstration has, written as rows, until there is so much of everything. */
export async function growPlan(db: Db, projectId: string, size: Size): Promise<void> {
	await db.transaction().execute(async (db) => {
		await growDeliverables(db, projectId, size.deliverables);
		await growEvidence(db, projectId, size.evidence);
		await growTrail(db, projectId, size.events);
		await growProjects(db, projectId, size.otherProjects);
	});
}

async function growDeliverables(db: Db, projectId: string, size: number): Promise<void> {
	const items = await db
		.selectFrom('item')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.selectAll('item')
		.select('workPackage.number')
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'deliverable')
		.orderBy('item.position')
		.execute();
	const details = await db.selectFrom('deliverable').selectAll().execute();
	const contributions = await db.selectFrom('contribution').selectAll().execute();
	const rounds = await db.selectFrom('reviewRound').selectAll().where('closedAt', 'is not', null).execute();
	const models = items.filter(({ code }) => Number(code.split('.')[1]) < FIRST_CODE);
	const copies = many(models, items.length, size).map(({ model, index }) => ({
		model,
		index,
		itemId: newId()
	}));
	const ofModels = <Row extends { itemId: string }>(rows: readonly Row[]) => {
		const byItem = Map.groupBy(rows, (row) => row.itemId);
		return copies.flatMap(({ model, itemId }) =>
			(byItem.get(model.id) ?? []).map((row) => ({ ...row, itemId }))
		);
	};
	await inChunks(
		copies.map(({ model: { number, ...row }, index, itemId }) => ({
			...row,
			id: itemId,
			// Unique in the project, and of three digits at most behind the point.
			code: `D${number}${Math.floor(index / 900)}.${FIRST_CODE + (index % 900)}`,
			position: 1000 + index
		})),
		(rows) => db.insertInto('item').values(rows).execute()
	);
	await inChunks(ofModels(details), (rows) => db.insertInto('deliverable').values(rows).execute());
	const named = <Row extends { itemId: string }>(rows: readonly Row[]) =>
		ofModels(rows).map((row) => ({ ...row, id: newId() }));
	await inChunks(named(contributions), (rows) => db.insertInto('contribution').values(rows).execute());
	await inChunks(named(rounds), (rows) => db.insertInto('reviewRound').values(rows).execute());
}

async function growEvidence(db: Db, projectId: string, size: number): Promise<void> {
	const evidence = await db.selectFrom('evidence').selectAll().where('projectId', '=', projectId).execute();
	const items = await db
		.selectFrom('item')
		.select('id')
		.where('projectId', '=', projectId)
		.where('kind', '=', 'deliverable')
		.orderBy('position')
		.execute();
	const models = evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
	const copies = many(models, evidence.length, size).map(({ model, index }) => ({
		row: { ...model, id: newId() },
		itemId: items[index % items.length]?.id ?? ''
	}));
	await inChunks(copies, (chunk) =>
		db
			.insertInto('evidence')
			.values(chunk.map(({ row }) => row))
			.execute()
	);
	await inChunks(copies, (chunk) =>
		db
			.insertInto('evidenceUse')
			.values(
				chunk.map(({ row, itemId }) => ({
					...{ id: newId(), projectId, evidenceId: row.id, itemId, purpose: 'support' as const },
					...{ versionId: null, meansId: null, usedBy: row.addedBy, usedAt: row.addedAt, removedAt: null },
					organisationId: row.organisationId
				}))
			)
			.execute()
	);
}

/** Further events of the same chain, each with the hash of the one before, so that it verifies. */
async function growTrail(db: Db, chain: string, size: number): Promise<void> {
	const models = await db
		.selectFrom('auditEvent')
		.selectAll()
		.where('chain', '=', chain)
		.orderBy('sequence')
		.execute();
	let previousHash = models.at(-1)?.hash ?? CHAIN_START;
	const copies = many(models, models.length, size).map(({ model: { hash: _, ...model }, index }) => {
		const event = { ...model, sequence: index + 1, previousHash };
		previousHash = sha256(canonicalEvent(event));
		return { ...event, hash: previousHash };
	});
	await inChunks(copies, (rows) => db.insertInto('auditEvent').values(rows).execute());
	await db
		.updateTable('auditHead')
		.set({ sequence: models.length + copies.length, hash: previousHash })
		.where('chain', '=', chain)
		.execute();
}

/** Strangers on the same installation, each with ten deliverables, those who worked on them, and evidence. */
async function growProjects(db: Db, projectId: string, size: number): Promise<void> {
	const model = await db
		.selectFrom('project')
		.selectAll()
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	const organisations = await db
		.selectFrom('organisation')
		.selectAll()
		.where('projectId', '=', projectId)
		.execute();
	const [organisation] = organisations;
	const packages = await db
		.selectFrom('workPackage')
		.selectAll()
		.where('projectId', '=', projectId)
		.execute();
	const [workPackage] = packages;
	const items = await db
		.selectFrom('item')
		.selectAll()
		.where('projectId', '=', projectId)
		.where('kind', '=', 'deliverable')
		.orderBy('position')
		.limit(10)
		.execute();
	const details = await db.selectFrom('deliverable').selectAll().execute();
	const evidence = await db
		.selectFrom('evidence')
		.selectAll()
		.where('projectId', '=', projectId)
		.limit(10)
		.execute();
	if (!organisation || !workPackage) throw new Error('The demonstration has nobody');
	const made = Array.from({ length: size }, (_, index) => {
		const [id, organisationId, workPackageId] = [newId(), newId(), newId()];
		const own = { projectId: id };
		const copies = items.map((item) => ({
			...item,
			...own,
			id: newId(),
			workPackageId,
			leadOrganisationId: organisationId
		}));
		return {
			project: { ...model, id, slug: `stranger-${index}` },
			organisation: { ...organisation, ...own, id: organisationId },
			workPackage: {
				...workPackage,
				...own,
				id: workPackageId,
				leadOrganisationId: organisationId,
				coLeadOrganisationId: null
			},
			items: copies,
			details: copies.flatMap((copy, place) =>
				details
					.filter(({ itemId }) => itemId === items[place]?.id)
					.map((row) => ({ ...row, itemId: copy.id, mergedIntoItemId: null }))
			),
			contributions: copies.map(({ id: itemId }) => ({
				...{ ...own, id: newId(), itemId, organisationId, personId: null, kind: 'lead' as const },
				...{ note: '', recordedBy: null, recordedAt: model.createdAt }
			})),
			evidence: evidence.map((row) => ({ ...row, ...own, id: newId(), organisationId }))
		};
	});
	await inChunks(made, (rows) =>
		db
			.insertInto('project')
			.values(rows.map((one) => one.project))
			.execute()
	);
	await inChunks(made, (rows) =>
		db
			.insertInto('organisation')
			.values(rows.map((one) => one.organisation))
			.execute()
	);
	await inChunks(made, (rows) =>
		db
			.insertInto('workPackage')
			.values(rows.map((one) => one.workPackage))
			.execute()
	);
	await inChunks(
		made.flatMap((one) => one.items),
		(rows) => db.insertInto('item').values(rows).execute()
	);
	await inChunks(
		made.flatMap((one) => one.details),
		(rows) => db.insertInto('deliverable').values(rows).execute()
	);
	await inChunks(
		made.flatMap((one) => one.contributions),
		(rows) => db.insertInto('contribution').values(rows).execute()
	);
	await inChunks(
		made.flatMap((one) => one.evidence),
		(rows) => db.insertInto('evidence').values(rows).execute()
	);
}
