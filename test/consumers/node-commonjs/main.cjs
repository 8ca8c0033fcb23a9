const { createClient } = require("pinterest-audiences");

void import("./calls.mjs").then(async ({ calls }) => console.log(await calls(createClient, process.env.ORIGIN)));
