/** How mail leaves the installation; null where it does not. */
export interface MailSettings {
	host: string;
	port: number;
	/** TLS from the first byte (smtps). */
	secure: boolean;
	auth: { user: string; pass: string } | null;
	from: { name: string; address: string };
}

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;
const FROM = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>\s]+)>|(\S+))$/u;

export function isSmtpUrl(text: string): boolean {
	const url = URL.parse(text);
	if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false;
	return /^\/?$/.test(url.pathname) && url.search === '' && url.hash === '' && isDecodable(url);
}

/** `desk@example.org`, or `Our desk <desk@example.org>`. */
export function parseFrom(text: string): MailSettings['from'] | null {
	const [, name = '', bracketed, plain] = FROM.exec(text.trim()) ?? [];
	const address = bracketed ?? plain ?? '';
	return isPlainAddress(address) ? { name, address } : null;
}

/** One address and nothing else: no name, no comment, no list. */
export function isPlainAddress(text: string): boolean {
	return text.length <= 254 && ADDRESS.test(text);
}

export function mailSettings(smtpUrl: string | undefined, mailFrom: string | undefined): MailSettings | null {
	const url = URL.parse(smtpUrl ?? '');
	const from = parseFrom(mailFrom ?? '');
	if (url === null || from === null) return null;
	const secure = url.protocol === 'smtps:';
	const user = decodeURIComponent(url.username);
	return {
		host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
		port: Number(url.port) || (secure ? 465 : 587),
		secure,
		auth: user === '' ? null : { user, pass: decodeURIComponent(url.password) },
		from
	};
}

function isDecodable({ username, password }: URL): boolean {
	try {
		decodeURIComponent(username + password);
		return true;
	} catch {
		return false;
	}
}
