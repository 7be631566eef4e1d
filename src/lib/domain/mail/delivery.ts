const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 120 * MINUTE_MS;
const LONGEST_OUTAGE_WAIT_MS = 5 * MINUTE_MS;
const PATIENCE_MS = 5 * 24 * 60 * MINUTE_MS;

/** What came of handing a mail to the mail server. */
export type Delivery =
	| { result: 'sent' }
	/** This mail is refused for good. */
	| { result: 'refused'; error: string }
	/** This mail is not taken now, others may be: greylisting, a full mailbox. */
	| { result: 'later'; error: string }
	/** No mail can be sent; `doubtful`: the answer was lost, so that this one may have gone out. */
	| { result: 'outage'; error: string; doubtful: boolean };

/** What nodemailer says of a failure. */
export interface SmtpFailure {
	code?: string | undefined;
	command?: string | undefined;
	responseCode?: number | undefined;
	syscall?: string | undefined;
	message: string;
}

const OF_THE_MAIL = ['RCPT TO', 'DATA'];
const BEFORE_THE_MAIL = ['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'ECONFIG'];

/** A refusal of the recipient or of the text is of this mail; whatever else goes wrong stops all of them. */
export function judgeFailure({
	code = '',
	command = '',
	responseCode,
	syscall,
	message
}: SmtpFailure): Delivery {
	const error = oneLine(message).slice(0, 300);
	const isOfMail =
		code === 'EMESSAGE' || (code === 'EENVELOPE' && (OF_THE_MAIL.includes(command) || command === 'API'));
	if (!isOfMail) {
		const isBefore =
			BEFORE_THE_MAIL.includes(code) || code === 'EENVELOPE' || syscall === 'connect' || responseCode === 421;
		return { result: 'outage', error, doubtful: !isBefore };
	}
	const isForGood = responseCode === undefined || (responseCode >= 500 && responseCode !== 503);
	return { result: isForGood ? 'refused' : 'later', error };
}

/** When a mail that was not taken is tried again; null: it is given up. An outage never makes one be given up. */
export function nextTry(
	letter: { createdAt: string; tries: number },
	result: 'later' | 'outage',
	now: Date
): Date | null {
	if (result === 'later' && now.getTime() - Date.parse(letter.createdAt) > PATIENCE_MS) return null;
	const longest = result === 'later' ? LONGEST_WAIT_MS : LONGEST_OUTAGE_WAIT_MS;
	return new Date(now.getTime() + Math.min(MINUTE_MS * 2 ** Math.min(letter.tries, 20), longest));
}

/** Text as one line without control characters: what stands in a header cannot begin another. */
export function oneLine(text: string): string {
	return text
		.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
		.trim();
}
