/** One text in both languages; `{name}` in either is filled from the parameters. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Texts = Readonly<Record<string, Text>>;
