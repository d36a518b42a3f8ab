// Whether a browser may run without its sandbox. In a file of its own, so that the package's public types
// name no other package.

/**
 * `require`: rather no browser than one without its sandbox. `auto`: without it where the system offers none.
 */
export type SandboxWish = 'auto' | 'require';
