/** A form that came after its session had ended, to be sent by the same person once they are back. */
export interface KeptForm {
	/** Address that the form was sent to, of ours. */
	to: string;
	isMultipart: boolean;
	/** Without passwords. */
	fields: readonly { name: string; text: string }[];
	/** Files cannot be kept: these were chosen. */
	files: readonly { field: string; name: string }[];
	/** A password was typed, which is never kept. */
	hadSecret: boolean;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const CARRIED_NAME = /(version|key|sha256|id|quiet)$/i;
const CARRIED_TEXT = /^([0-9a-f]{32,}|[0-9a-f-]{36}(\.\d+)?)$/i;

/** What a person would know again, of what they typed: a form also carries keys, ids and versions of its own. */
export function knownAgain(fields: KeptForm['fields']): { label: string; text: string }[] {
	return fields.flatMap(({ name, text }) => {
		const plain = name.replaceAll(ID, '').replace(/[-_.[\]]+$/, '');
		if (text.trim() === '' || CARRIED_NAME.test(plain) || CARRIED_TEXT.test(text)) return [];
		return [{ label: wordsOf(plain), text }];
	});
}

/** Where a form goes, as a page and the name of its act. */
export function destinationOf({ to }: Pick<KeptForm, 'to'>): { page: string; act: string | null } {
	const [page = '', search = ''] = to.split('?');
	const act = /^\/([^&=]+)/.exec(search)?.[1] ?? null;
	return { page, act: act === null ? null : wordsOf(act) };
}

/** `objectionText` as "Objection text". */
function wordsOf(name: string): string {
	const words = name
		.replaceAll(/([a-z])([A-Z])/g, '$1 $2')
		.replaceAll(/[-_.]+/g, ' ')
		.trim()
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
