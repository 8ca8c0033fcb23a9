/** The anchors of a page's headings, as GitHub makes them: small letters, no punctuation, a number where one is taken. */
export class Slugger {
  private readonly counts = new Map<string, number>();

  slug(heading: string): string {
    const base = heading
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const count = this.counts.get(base);
    this.counts.set(base, (count ?? -1) + 1);
    return count === undefined ? base : `${base}-${count + 1}`;
  }
}
