import { expect, test } from 'vitest';
import { isPublicAddress } from '#lib/domain/outreach/addresses.ts';

test.each([
	'127.0.0.1',
	'10.1.2.3',
	'172.16.0.1',
	'172.31.255.255',
	'192.168.1.1',
	'169.254.169.254',
	'100.64.0.1',
	'0.0.0.0',
	'224.0.0.1',
	'255.255.255.255',
	'198.18.0.1',
	'::',
	'::1',
	'fe80::1',
	'fe80::1%eth0',
	'fc00::1',
	'fd12:3456::1',
	'ff02::1',
	'::ffff:127.0.0.1',
	'::ffff:7f00:1',
	'::127.0.0.1',
	'64:ff9b::10.0.0.1',
	'2002:7f00:1::',
	'2001::1',
	'2001:db8::1',
	'300.1.1.1',
	'1.2.3',
	'localhost',
	'',
	'1::2::3'
])('%s is not asked', (address) => {
	expect(isPublicAddress(address)).toBe(false);
});

test.each([
	'1.1.1.1',
	'172.15.0.1',
	'172.32.0.1',
	'193.145.1.1',
	'2a02:6b8::1',
	'2606:4700::1111',
	'::ffff:1.1.1.1',
	'2001:4860:4860::8888'
])('%s is on the public internet', (address) => {
	expect(isPublicAddress(address)).toBe(true);
});
