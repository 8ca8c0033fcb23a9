/**
 * Addresses inside a page. They are made of names in the document, never of the words around them, so a link outlives a new wording:
 * `#audiences_list` an operation, `#audiences_list.page_size` an input, `#audiences_list~400` a status; on a schema's page
 * `#audience.size` a field, `#audiencetype~VISITOR` a value. A heading's own anchor has neither `.` nor `~`.
 */

/** Of a field or an input. `owner`: the anchor of its operation or schema. */
export function fieldAnchor(owner: string, name: string): string {
  return `${owner}.${word(name)}`;
}

/** Of a status or a value of an enum. */
export function valueAnchor(owner: string, value: string): string {
  return `${owner}~${word(value)}`;
}

/** An `id` may hold anything but white space (HTML, 3.2.6). */
function word(name: string): string {
  return name.replace(/\s+/g, "_");
}
