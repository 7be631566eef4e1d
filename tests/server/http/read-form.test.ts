import { describe, expect, test } from 'vitest';
import { readForm } from '#lib/server/http/read-form.ts';

const FORM = 'application/x-www-form-urlencoded';

function post(body: BodyInit, type = FORM): Request {
	const init = { method: 'POST', headers: { 'Content-Type': type }, body, duplex: 'half' } as const;
	return new Request('http://localhost/', init);
}

/** A body that does not say how long it is. */
const chunked = (size: number) =>
	new ReadableStream({
		start(controller) {
			for (let sent = 0; sent < size; sent += 65_536) controller.enqueue(new Uint8Array(65_536).fill(97));
			controller.close();
		}
	});

describe('an ordinary form', () => {
	test('is read with its lists', async () => {
		expect(await readForm(post('note=a%20b&x[]=1&x[]=2'))).toEqual({ note: 'a b', x: ['1', '2'] });
	});

	test('over 1 MB is refused, whether it says how long it is or not', async () => {
		await expect(readForm(post(`note=${'x'.repeat(1_100_000)}`))).rejects.toMatchObject({ status: 413 });
		await expect(readForm(post(chunked(1_200_000)))).rejects.toMatchObject({ status: 413 });
	});

	test('that is none is refused', async () => {
		await expect(readForm(post('{}', 'application/json'))).rejects.toMatchObject({ status: 400 });
		await expect(readForm(post('x', 'multipart/form-data'))).rejects.toMatchObject({ status: 400 });
	});
});
