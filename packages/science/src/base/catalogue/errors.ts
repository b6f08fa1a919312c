import type { Texts } from './index.ts';

/** `error.<code>` says what is wrong, `hint.<code>` what to do. Every code has both. */
export const errorTexts = {
  'error.E-USE-001': { en: 'Unknown command or option: {got}.', zh: '未知的命令或选项：{got}。' },
  'hint.E-USE-001': { en: 'See `aftermine --help`.', zh: '请查看 `aftermine --help`。' },
} as const satisfies Texts;
