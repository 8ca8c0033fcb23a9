/**
 * How much a document may ask of the generator. The largest public documents (GitHub's: 13 MB, 811 paths) stay far below;
 * a document that goes over is refused, so that nothing after `load` needs to defend itself.
 */
export const limits = {
  /** Bytes of one file. */
  fileSize: 20 * 1024 * 1024,
  /** Files of one document; DigitalOcean has 2,900. */
  files: 5_000,
  /** Levels of nesting. */
  depth: 200,
  /** Values in the whole document, aliases expanded. */
  values: 2_000_000,
  /** Members of one object: a library that checks the structure puts them all on the stack. */
  members: 50_000,
  /** Values that YAML aliases stand for: an alias bomb grows here first. */
  aliasedValues: 10_000,
} as const;
