// The shape of one row in the tables of codes.

/** `title` says in a few words what the code stands for; `about` says why it matters and what to do, for the docs. */
export interface Code {
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly about: string;
}
