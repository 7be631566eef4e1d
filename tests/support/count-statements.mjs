// Loaded before the built server (node --import): answers GET /__statements with what ran since the last time.
import Database from 'better-sqlite3';
import { Server } from 'node:http';

const prototype = Object.getPrototypeOf(new Database(':memory:').prepare('select 1'));
/** @type {string[]} */
let statements = [];

for (const name of ['all', 'get', 'run', 'iterate']) {
	const original = prototype[name];
	/** @param {unknown[]} args */
	prototype[name] = function (...args) {
		statements.push(this.source);
		return original.apply(this, args);
	};
}

const emit = Server.prototype.emit;
/** @param {string | symbol} event @param {any[]} args */
Server.prototype.emit = function (event, ...args) {
	const [request, response] = args;
	if (event !== 'request' || request.url !== '/__statements') return emit.call(this, event, ...args);
	response.end(JSON.stringify(statements));
	statements = [];
	return true;
};
