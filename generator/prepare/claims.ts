/** Hands out names so that no two are alike: who comes first keeps the name, later ones get a number. */
export class Claims {
  private readonly taken: Set<string>;
  private readonly fold: (name: string) => string;

  /** `ignoreCase`: for file names, which must differ on a file system that folds case. */
  constructor(reserved: Iterable<string> = [], options: { ignoreCase?: boolean } = {}) {
    this.fold = options.ignoreCase ? (name) => name.toLowerCase() : (name) => name;
    this.taken = new Set(Array.from(reserved, this.fold));
  }

  /** The name itself if it is free, else the first free of `name2`, `name3`, … */
  claim(name: string): string {
    let candidate = name;
    for (let number = 2; this.taken.has(this.fold(candidate)); number += 1) candidate = `${name}${number}`;
    this.taken.add(this.fold(candidate));
    return candidate;
  }

  has(name: string): boolean {
    return this.taken.has(this.fold(name));
  }
}
