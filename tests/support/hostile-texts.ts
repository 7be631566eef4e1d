const MARK = 'window.__broken=1';

/** What comes before it tries to end what it stands in. */
const OPENINGS = [
	'',
	'">',
	"'>",
	'" ',
	'</title>',
	'</textarea>',
	'</select>',
	'</script>',
	'-->',
	']]>',
	'{"a":"',
	'\\">'
];

const BODIES = [
	`<script>${MARK}</script>`,
	`<img src=x onerror=${MARK}>`,
	`<svg onload=${MARK}>`,
	`<svg><script>${MARK}</script></svg>`,
	`<a href="javascript:${MARK}">x</a>`,
	`javascript:${MARK}`,
	`onmouseover=${MARK} autofocus onfocus=${MARK}`,
	`<iframe srcdoc="<script>parent.${MARK}</script>"></iframe>`,
	'<style>*{display:none}</style>',
	'<base href="https://example.org/">',
	'<meta http-equiv="refresh" content="0;url=https://example.org/">',
	'<form action="https://example.org/"><button>Save</button>',
	'<input name="version" value="999">',
	'<!--',
	'<!-- ssr -->[!',
	'&lt;b&gt; &amp;amp; &#x3c;i&#x3e; &nbsp',
	'{{7*7}} ${7*7} #{7*7} <%= 7*7 %>',
	"' or 1=1; drop table item; --",
	'=HYPERLINK("https://example.org";"x")',
	'%3Cscript%3E %00 %0d%0aSet-Cookie: a=b',
	'\\u003cscript\\u003e \\x3c \\',
	'\u202egnp.exe\u202c \u200b\u2066a\u2069 \ufeff',
	'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі oʻ gʻ αβγ ñ ò',
	'👩‍🌾🇰🇿 e\u0301 Z\u0337\u0321a\u0338lgo',
	'W'.repeat(120),
	'__proto__ constructor toString null undefined NaN',
	'../../etc/passwd //example.org \\\\host\\share',
	'[x](javascript:alert) **b** `c` <https://example.org>',
	'\u2028line\u2029paragraph',
	'<math><mtext></form><form><mglyph><style></math><img src>',
	'<template><b>x</b></template><slot></slot>',
	'<x-a is="x" contenteditable>',
	'@everyone /cmd #tag !x',
	'0 -1 1e400 00 0x1f',
	'true false',
	"it's “quoted” ‘twice’ «thrice»",
	'<br/><hr><table><tr><td>',
	'<dialog open>x</dialog><details open><summary>x</summary></details>',
	'<video src=x autoplay></video><audio src=x>',
	'<object data=x></object><embed src=x>',
	'<link rel=stylesheet href=//example.org/a.css>',
	`<details open ontoggle=${MARK}>`
];

/** Texts that people might type to break a page, some 500 of them; the same number gives the same text. */
export function hostileText(number: number): string {
	const opening = OPENINGS[Math.floor(number / BODIES.length) % OPENINGS.length] ?? '';
	return opening + (BODIES[number % BODIES.length] ?? '');
}

export const HOSTILE_TEXTS = Array.from({ length: OPENINGS.length * BODIES.length }, (_, number) =>
	hostileText(number)
);
