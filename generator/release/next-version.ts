import { inc, major } from "semver";
import type { Bump } from "../diff/finding";

/**
 * The version after a release (https://semver.org). From 1.0.0 on a bump is what it says. Before, §4 promises nothing, and npm's
 * `^0.y.z` stays within 0.y: so what breaks moves y, and all else moves z. A pre-release counts as the version that it leads to.
 */
export function nextVersion(released: string, bump: Bump): string {
  if (bump === "none") return released;
  const step = major(released) > 0 ? bump : bump === "major" ? "minor" : "patch";
  return inc(released, step)!;
}
