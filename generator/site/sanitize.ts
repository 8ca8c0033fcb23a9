import sanitizeHtml from "sanitize-html";

const cells = ["role", "data-label"];

/** HTML of a page's body, held to what our Markdown can be: no other element, attribute or scheme gets through. */
export function sanitize(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ..."h1 h2 h3 h4 h5 h6 p a ul ol li table thead tbody tr th td code pre span strong em s blockquote hr br div".split(
        " ",
      ),
    ],
    allowedAttributes: {
      a: ["href", "class", "rel", "aria-label"],
      ...{ h1: ["id"], h2: ["id"], h3: ["id"], h4: ["id"] },
      ...{ table: ["role"], thead: ["role"], tbody: ["role"], tr: ["role", "id"], th: ["role"], td: cells },
      ...{ div: ["class", "tabindex", "role", "aria-label"], pre: ["tabindex"], p: ["class"], ol: ["start"] },
      ...{ code: ["class"], span: ["class"] },
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    disallowedTagsMode: "escape",
  });
}
