import type { Db } from '#db/schema.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { chosenProfiles, type ForceProfile } from '#lib/domain/catalogue/matrix-profile.ts';
import { dayStart } from '#lib/domain/day-start.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { listDueTargetsOnce } from './list-due-targets.ts';
import { listProfilesInForce } from './list-profiles-in-force.ts';
import type { RegisterMoment } from './open-cells.ts';

interface Asked {
	today: Day;
	timeZone: string;
	/** A past day, at whose end the register is read. */
	on: Day | null;
	/** Code of a profile; null for all that the catalogue needs. */
	profile: string | null;
	/** Of the data, where it is known. */
	dataVersion?: string | undefined;
}

export interface Register {
	algorithm: Algorithm;
	/** All profiles in force on that day. */
	profiles: ForceProfile[];
	/** Those asked about. */
	chosen: ForceProfile[];
	moment: RegisterMoment;
	day: Day;
}

/** Which rows of the gap register a page is about. Two queries. */
export async function findRegister(db: Db, projectId: string, asked: Asked): Promise<Register> {
	const day = asked.on ?? asked.today;
	const at = asked.on === null ? null : endOf(asked.on, asked.timeZone);
	const { algorithm, profiles } = await listProfilesInForce(db, projectId, day, at);
	const chosen = chosenProfiles(algorithm, profiles, asked.profile);
	const versionIds = chosen.map((one) => one.versionId);
	const { dataVersion } = asked;
	const dueTargets = await listDueTargetsOnce(db, { projectId, dataVersion }, algorithm, { day, at });
	return { algorithm, profiles, chosen, moment: { versionIds, at, dueTargets }, day };
}

/** The last instant of a day. */
function endOf(day: Day, timeZone: string): string {
	return new Date(dayStart(timeZone, addDays(day, 1)).getTime() - 1).toISOString();
}
