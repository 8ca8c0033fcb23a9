// Answers the five operations on this machine as the document says, and serves the files it is given. Gives its origin and how to end it.
import { createServer } from "node:http";

const audience = {
  id: "2542620639259",
  ad_account_id: "1",
  name: "ACME Tools",
  audience_type: "VISITOR",
  type: "audience",
};

export async function startServer(files = new Map()) {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const file = files.get(request.url);
      if (file !== undefined) {
        response
          .writeHead(200, { "content-type": request.url.endsWith(".js") ? "text/javascript" : "text/html" })
          .end(file);
        return;
      }
      const [status, body] = answer(request, Buffer.concat(chunks).toString());
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}

function answer({ method, url, headers }, text) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  if (headers.authorization !== "Bearer token") return [401, { code: 2, message: "Authentication failed." }];
  const body = text === "" ? {} : JSON.parse(text);
  if (/^\/v5\/ad_accounts\/1\/audiences$/.test(pathname) && method === "GET") {
    const isFirst = !searchParams.has("bookmark");
    return [200, { items: [{ ...audience, id: isFirst ? "1" : "2" }], bookmark: isFirst ? "next" : null }];
  }
  if (/^\/v5\/ad_accounts\/1\/audiences(\/custom)?$/.test(pathname) && method === "POST")
    return [200, { ...audience, ...body }];
  if (pathname === "/v5/ad_accounts/1/audiences/2542620639259" && method === "GET") return [200, audience];
  if (pathname === "/v5/ad_accounts/1/audiences/2542620639259" && method === "PATCH")
    return [200, { ...audience, ...body }];
  return [404, { code: 404, message: "Audience not found." }];
}
