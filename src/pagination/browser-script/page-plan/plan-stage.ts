// Where a galley stands while its lines are counted.

export interface Stage {
  readonly page: HTMLElement;
  readonly wrapper: HTMLElement;
  /** In CSS pixels. */
  readonly line: number;
}
