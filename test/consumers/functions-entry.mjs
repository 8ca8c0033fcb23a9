import { audiencesGet, createTransport } from "pinterest-audiences/functions";

const transport = createTransport({ accessToken: "token", baseUrl: `${process.env.ORIGIN}/v5` });
const { id } = await audiencesGet(transport, { ad_account_id: "1", audience_id: "2542620639259" });
console.log(id);
