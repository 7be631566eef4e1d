import type { DeliverableReason } from './deliverable-reasons.ts';
import {
	latestRound,
	latestVersion,
	type DeliverableFacts,
	type Version,
	type VersionFile
} from './deliverables.ts';
import { EDITABLE_STATES } from './deliverable-states.ts';
import type { QualityPlan } from './quality-plan.ts';

const MEGABYTE = 1024 * 1024;

type FileRules = Pick<QualityPlan, 'acceptedFormats' | 'maxFileMegabytes'>;

/** Why a version cannot go to the portal: files, one main file, format and size as the quality plan says. */
export function versionBlocks(version: Version | undefined, rules: FileRules): DeliverableReason[] {
	if (!version || version.files.length === 0) return [{ code: 'version-empty' }];
	const main = version.files.filter((file) => file.main);
	const size = version.files.reduce((sum, file) => sum + file.size, 0);
	const megabytes = Math.ceil(size / MEGABYTE);
	return [
		...(main.length === 1 ? [] : [{ code: 'main-file-missing' } as const]),
		...main.flatMap((file) => formatBlocks(file.name, rules)),
		...(size > rules.maxFileMegabytes * MEGABYTE
			? [{ code: 'version-too-large', megabytes, most: rules.maxFileMegabytes } as const]
			: []),
		...withdrawnBlocks(version)
	];
}

/** Why a file of this name cannot be the main one: the portal does not take its format. */
export function formatBlocks(name: string, rules: Pick<FileRules, 'acceptedFormats'>): DeliverableReason[] {
	const formats = rules.acceptedFormats;
	return formats.includes(formatOf(name)) ? [] : [{ code: 'format-not-accepted', file: name, formats }];
}

export function withdrawnBlocks(version: Version): DeliverableReason[] {
	return version.files
		.filter((file) => file.withdrawn)
		.map((file) => ({ code: 'file-withdrawn', file: file.name }));
}

/** Ending of a file name, lower case and without the dot. */
export function formatOf(name: string): string {
	const dot = name.lastIndexOf('.');
	return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

export interface Upload {
	main: boolean;
	actorOrganisationId: string;
	/** The person saw that this ends the review. */
	endsReview: boolean;
}

/** Whether an upload now ends a review that runs or was concluded. */
export function endsReview(state: DeliverableFacts['state']): boolean {
	return state === 'in-review' || state === 'reviewed' || state === 'approved';
}

/** Why files cannot be added now. After a review began only a new main file of the lead's may come, knowingly. */
export function uploadBlocks(facts: DeliverableFacts, upload: Upload): DeliverableReason[] {
	if (EDITABLE_STATES.includes(facts.state)) return [];
	if (!endsReview(facts.state)) return [{ code: 'record-locked', state: facts.state }];
	const number = latestVersion(facts)?.number ?? 1;
	return [
		...(upload.main ? [] : [{ code: 'version-frozen', number } as const]),
		...(upload.actorOrganisationId === facts.leadOrganisationId
			? []
			: [{ code: 'only-lead-ends-review', organisation: facts.leadAcronym ?? '' } as const]),
		...(upload.endsReview
			? []
			: [{ code: 'end-of-review-unconfirmed', round: latestRound(facts)?.number ?? 1 } as const])
	];
}

/** Why the files of the open version cannot be rearranged. */
export function versionEditBlocks(facts: DeliverableFacts): DeliverableReason[] {
	if (!EDITABLE_STATES.includes(facts.state)) return [{ code: 'record-locked', state: facts.state }];
	const version = latestVersion(facts);
	if (!version) return [{ code: 'version-empty' }];
	return version.frozenAt === null ? [] : [{ code: 'version-frozen', number: version.number }];
}

export interface FileChange {
	kind: 'added' | 'removed' | 'changed' | 'same';
	name: string;
}

/** What changed from one version to the next: by hash; a main file replaces the main file, another its namesake. */
export function versionChanges(before: Version | undefined, after: Version): FileChange[] {
	const old = before?.files ?? [];
	const replaces = (now: VersionFile, file: VersionFile) => now.name === file.name || (now.main && file.main);
	const changes = after.files.map((now) => {
		const same = old.some((file) => file.sha256 === now.sha256);
		const renewed = old.some((file) => replaces(now, file));
		return { kind: same ? 'same' : renewed ? 'changed' : 'added', name: now.name } as const;
	});
	const gone = old.filter(
		(file) => !after.files.some((now) => now.sha256 === file.sha256 || replaces(now, file))
	);
	return [...changes, ...gone.map(({ name }) => ({ kind: 'removed', name }) as const)];
}
