// What text-loader.mjs does under Node and the `text` loader in the build.
declare module '*.sql' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the shape every bundler gives to a text.
  export default text
}
declare module '*.md' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the shape every bundler gives to a text.
  export default text
}
declare module '*.txt' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the shape every bundler gives to a text.
  export default text
}
