import type { Selectable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { CheckIn } from '#db/schema/check-ins.ts';
import { isMarked } from '#lib/domain/check-ins/lines.ts';
import { listBrought, listCheckInSteps, listLines, listTexts } from './find-check-in.ts';

/** A check-in as it was sent, to be read: what was marked in full, the rest by its code. Four queries. */
export async function readCheckIn(
	db: Db,
	{ id, state, answer, version, origin, submittedAt }: Selectable<CheckIn>
) {
	const lines = await listLines(db, id);
	const brought = await listBrought(db, id);
	const texts = await listTexts(db, id);
	const full = lines.map((line) => ({
		id: line.id,
		kind: line.recordKind,
		code: line.code,
		title: line.title,
		dueOn: line.dueOn,
		forecastWasOn: line.forecastWasOn,
		answer: line.answer,
		note: line.note,
		forecastOn: line.forecastOn,
		reasonCode: line.reasonCode,
		blockedBy: line.blockedBy ?? line.blockedByName,
		measures: line.measures,
		isMarked: isMarked(line),
		evidence: brought
			.filter(({ lineId }) => lineId === line.id)
			.map(({ evidenceId, name, withdrawnAt }) => ({
				id: evidenceId,
				name,
				isWithdrawn: withdrawnAt !== null
			}))
	}));
	return {
		...{ id, state, answer, version, origin, submittedAt },
		marked: full.filter((line) => line.isMarked || line.evidence.length > 0),
		unchanged: full
			.filter((line) => !line.isMarked && line.evidence.length === 0)
			.map(({ id, kind, code, title, dueOn }) => ({ id, kind, code, title, dueOn })),
		texts: texts.filter(({ text }) => text !== ''),
		steps: await listCheckInSteps(db, id)
	};
}
