import { createClient } from "pinterest-audiences";
import { calls } from "./calls.mjs";

document.title = await calls(createClient, location.origin).catch((error) => `failed: ${error}`);
