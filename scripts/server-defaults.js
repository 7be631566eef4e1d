/** Copied to `build/defaults.js`, the first import of the built server: what an empty environment means. */
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

// Started over a channel (`npm start`): when the starter is killed outright, the server still closes in order.
if (process.connected) {
	process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
	process.channel?.unref(); // a listener alone would keep the closed server alive
}
