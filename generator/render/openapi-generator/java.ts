import { realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A Java that can be started, and a key that changes when it does. */
export interface Java {
  readonly path: string;
  readonly key: string;
}

/** `JAVA_HOME/bin/java`, else the first `java` on the PATH; found without starting it. */
export function findJava(environment: NodeJS.ProcessEnv = process.env): Java | undefined {
  const name = process.platform === "win32" ? "java.exe" : "java";
  const home = environment["JAVA_HOME"];
  const folders = [
    ...(home ? [join(home, "bin")] : []),
    ...(environment["PATH"] ?? "").split(delimiter).filter(Boolean),
  ];
  for (const folder of folders) {
    const java = javaAt(join(folder, name));
    if (java !== undefined) return java;
  }
  return undefined;
}

function javaAt(path: string): Java | undefined {
  try {
    const real = realpathSync(path);
    const { size, mtimeMs, mode } = statSync(real);
    const isProgram = process.platform === "win32" || (mode & 0o111) !== 0;
    return isProgram ? { path, key: `${real} ${size} ${mtimeMs}` } : undefined;
  } catch {
    return undefined;
  }
}
