import { check } from "../../generator/check";
import { load } from "../../generator/load";
import { startMock, type Mock } from "../../generator/mock";
import { normalize } from "../../generator/normalize";
import { root } from "./command";

/** The mock of the committed document, as a consumer would have it. */
export async function startServer(): Promise<Mock> {
  return startMock(normalize(await check(load("spec/audiences.yaml", { cwd: root }))));
}
