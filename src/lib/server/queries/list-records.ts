import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import type { RecordType } from '#lib/domain/records.ts';
import { listActualRecords } from './records/list-actual-records.ts';
import { listMobilityRecords } from './records/list-mobility-records.ts';
import { listOutreachRecords } from './records/list-outreach-records.ts';
import { listRiskRecords } from './records/list-risk-records.ts';

/** What the pages of evidence and the trail tell of a record that evidence stands for. */
export interface EvidencedRecord {
	id: string;
	/** DC-12, MT-3: what a person would call it. */
	label: string;
	title: string;
	/** Its page within the project, after the project's name: `/dissemination/DC-12`. */
	path: string;
	subject: Subject;
}

const READ = {
	outreach: listOutreachRecords,
	mobility: listMobilityRecords,
	actual: listActualRecords,
	risk: listRiskRecords
} as const satisfies Record<
	RecordType,
	(db: Db, projectId: string, ids: readonly string[]) => Promise<EvidencedRecord[]>
>;

/** Records of one kind; the others of the ids are not of this project. */
export function listRecords(
	db: Db,
	projectId: string,
	type: RecordType,
	ids: readonly string[]
): Promise<EvidencedRecord[]> {
	return ids.length === 0 ? Promise.resolve([]) : READ[type](db, projectId, [...new Set(ids)]);
}
