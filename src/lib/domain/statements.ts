/** What a signer declares. It is part of the signed record, so it stands here and not among the words of the pages. */
export function reviewStatement(
	code: string,
	version: number,
	checklist: string,
	checklistVersion: number
): string {
	return `I reviewed ${code} version ${version} against checklist ${checklist} version ${checklistVersion} and recommend its submission.`;
}

export function editorialStatement(code: string, version: number): string {
	return `I compared ${code} version ${version} with the submitted version; its changes are editorial only.`;
}

export function approvalStatement(code: string, version: number, fileName: string): string {
	return `I approve ${code} version ${version} for submission as ${fileName}.`;
}

export function breakGlassStatement(
	code: string,
	version: number,
	fileName: string,
	reference: string
): string {
	return `I approve ${code} version ${version} for submission as ${fileName} without the quorum of reviews, by decision ${reference}.`;
}
