import { createClient } from "pinterest-audiences";
import { calls } from "./calls.mjs";

document.title = await calls(createClient, new URLSearchParams(location.search).get("origin")).catch(
  (error) => `failed: ${error}`,
);
