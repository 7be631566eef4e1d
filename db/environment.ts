import { resolve } from 'node:path';
import * as v from 'valibot';
import { isSmtpUrl, mailSettings, parseFrom } from './mail-settings.ts';

export class EnvironmentError extends Error {
	override readonly name = 'EnvironmentError';
}

function isOrigin(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}

function isPostgresUrl(text: string): boolean {
	return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '');
}

const whole = (least: number, most: number, expected: string) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,5}$/, expected),
		v.transform(Number),
		v.minValue(least, expected),
		v.maxValue(most, expected)
	);

const Variables = v.object({
	PORT: v.optional(whole(1, 65535, 'a port from 1 to 65535'), '3000'),
	ORIGIN: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isOrigin,
				'the address people type, without a path or a slash at the end, such as https://desk.example.eu'
			)
		)
	),
	DATA_DIR: v.optional(v.string(), './data'),
	DATABASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(isPostgresUrl, 'postgres://user:password@host/database, or nothing for SQLite')
		)
	),
	DEMO_PASSWORD: v.optional(v.pipe(v.string(), v.minLength(8, 'at least 8 characters')), 'leslie-demo'),
	TRUST_PROXY: v.optional(
		whole(0, 9, 'the number of reverse proxies in front of this server, from 0 to 9'),
		'0'
	),
	SMTP_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isSmtpUrl,
				'smtp://user:password@host:port or smtps://…, without anything after the port, or nothing to send no mail'
			)
		)
	),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => parseFrom(text) !== null,
				'an e-mail address, such as desk@example.eu or Our desk <desk@example.eu>'
			)
		)
	)
});

/** Never printed: a mistyped value is often still the secret. */
const SECRET: ReadonlySet<string> = new Set(['DATABASE_URL', 'DEMO_PASSWORD', 'SMTP_URL']);

export type Environment = ReturnType<typeof readEnvironment>;

/** An empty variable counts as absent, as compose files write it. Throws an error that names every bad one. */
export function readEnvironment(source: Record<string, string | undefined>) {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(Variables, given);
	if (!parsed.success) {
		const lines = parsed.issues.map((issue) => {
			const name = v.getDotPath(issue) ?? '';
			const shown = SECRET.has(name) ? 'a value that is not shown here' : JSON.stringify(given[name]);
			return `${name} is ${shown}; expected ${issue.message}`;
		});
		throw new EnvironmentError(lines.join('\n'));
	}
	const variables = parsed.output;
	if (variables.SMTP_URL !== undefined && variables.MAIL_FROM === undefined)
		throw new EnvironmentError(
			'MAIL_FROM is missing; expected the address from which mail is sent, because SMTP_URL is set'
		);
	return {
		port: variables.PORT,
		origin: variables.ORIGIN ?? `http://localhost:${variables.PORT}`,
		dataDir: resolve(variables.DATA_DIR),
		/** Empty means SQLite. */
		databaseUrl: variables.DATABASE_URL ?? '',
		demoPassword: variables.DEMO_PASSWORD,
		/** How many addresses at the end of X-Forwarded-For are to be believed. */
		trustProxy: variables.TRUST_PROXY,
		mail: mailSettings(variables.SMTP_URL, variables.MAIL_FROM)
	};
}
