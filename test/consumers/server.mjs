// Serves the files it is given on this machine. Gives its origin and how to end it.
import { createServer } from "node:http";

export async function serveFiles(files) {
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(files.has(pathname) ? 200 : 404, { "content-type": type }).end(files.get(pathname));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}
