/** What a signature in a review covers: the exact files and the checklist. */
export interface ReviewCovers {
	files: readonly CoveredFile[];
	checklist: { code: string; version: number; sha256: string };
}

export interface CoveredFile {
	name: string;
	sha256: string;
	main: boolean;
}

/** What a verification covers: the day claimed, and every means of verification with the evidence shown for it. */
export interface ClaimCovers {
	achievedOn: string | null;
	means: readonly { position: number; text: string; evidence: readonly { name: string; proof: string }[] }[];
}

/** Canonical text of what is covered: fixed key order, files by hash and name, means by position. Hash it with SHA-256. */
export function canonicalReview(covers: ReviewCovers): string {
	const files = [...covers.files]
		.sort((a, b) => compare(a.sha256, b.sha256) || compare(a.name, b.name))
		.map(({ name, sha256, main }) => ({ name, sha256, main }));
	const { code, version, sha256 } = covers.checklist;
	return JSON.stringify({ files, checklist: { code, version, sha256 } });
}

export function canonicalClaim(covers: ClaimCovers): string {
	const means = [...covers.means]
		.sort((a, b) => a.position - b.position)
		.map(({ position, text, evidence }) => ({
			position,
			text,
			evidence: evidence
				.map(({ name, proof }) => ({ name, proof }))
				.sort((a, b) => compare(a.proof, b.proof) || compare(a.name, b.name))
		}));
	return JSON.stringify({ achievedOn: covers.achievedOn, means });
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** What an approval covers: the one file for the portal, and the review behind it. */
export function canonicalApproval(covers: {
	package: { fileName: string; sha256: string };
	reviewSha256: string;
}): string {
	const { fileName, sha256 } = covers.package;
	return JSON.stringify({ package: { fileName, sha256 }, reviewSha256: covers.reviewSha256 });
}
