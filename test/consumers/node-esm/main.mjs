import { createClient } from "pinterest-audiences";
import { calls } from "./calls.mjs";

console.log(await calls(createClient, process.env.ORIGIN));
