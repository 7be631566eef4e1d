/** Copied to `build/defaults.js`, the first import of the built server: what an empty environment means. */
import { subscribe } from 'node:diagnostics_channel';
import { ServerResponse } from 'node:http';
import { env } from 'node:process';

// An empty variable counts as absent, as compose files write it; the adapter would take it as it is.
for (const name of ['PORT', 'HOST', 'PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER']) {
	if (env[name] === '') delete env[name];
}

env.BODY_SIZE_LIMIT ||= 'Infinity'; // the application counts while it reads, and knows the size each form may have
env.ORIGIN ||= `http://localhost:${env.PORT ?? 3000}`;
env.SHUTDOWN_TIMEOUT ||= '25';

if (Number(env.TRUST_PROXY) > 0) {
	env.ADDRESS_HEADER ||= 'x-forwarded-for';
	env.XFF_DEPTH ||= env.TRUST_PROXY;
}

/** @type {Record<string, string>} */
const HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
	'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox"
};
if (env.ORIGIN.startsWith('https:'))
	HEADERS['Strict-Transport-Security'] = 'max-age=63072000; includeSubDomains';

// Here and not in the hooks: static files and the framework's own refusals never reach those. A page replaces the policy.
subscribe('http.server.request.start', (message) => {
	if (typeof message !== 'object' || message === null || !('response' in message)) return;
	const { response } = message;
	if (!(response instanceof ServerResponse)) return;
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
});

// Started over a channel (`npm start`): when the starter is killed outright, the server still closes in order.
if (process.connected) {
	process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
	process.channel?.unref(); // a listener alone would keep the closed server alive
}
