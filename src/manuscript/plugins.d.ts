// Types of the two plugins that ship none.
declare module 'markdown-it-deflist' {
  const plugin: (engine: object) => void;
  export default plugin;
}

declare module 'markdown-it-footnote' {
  const plugin: (engine: object) => void;
  export default plugin;
}
