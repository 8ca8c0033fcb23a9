import fc from "fast-check";
import type { Json, MediaType } from "../../generator/openapi";
import { load, operationsOf, readDocument, send, type Functions, type Sent } from "./client";
import { wantedForm } from "./reference";
import { everything, numRuns, printed, seed, text } from "./values";

const spec = "test/fixtures/parameter-styles/spec.yaml";
const document = readDocument(spec);

let functions: Functions;
beforeAll(async () => void (functions = await load(spec)));

async function sent(name: string, body: unknown): Promise<Sent> {
  const outcome = await send(functions, name, { body });
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

const textOf = ({ body }: Sent): string => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);

function mediaOf(functionName: string): MediaType {
  const { operation } = operationsOf(document).find((candidate) => candidate.functionName === functionName)!;
  return Object.values((operation.requestBody as { content: Record<string, MediaType> }).content)[0]!;
}

describe(`forms are what the specification says (${printed})`, () => {
  it.each(["stylesBodyForm", "stylesBodyFormStyled"])("%s", async (name) => {
    const media = mediaOf(name);
    await fc.assert(
      fc.asyncProperty(everything, async (body) => {
        const request = await sent(name, body);
        expect(request.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
        expect(textOf(request)).toBe(wantedForm(media, body as Record<string, Json>));
      }),
      { seed, numRuns },
    );
  });

  it("the specification's own example (OpenAPI 3.1.1, Support for x-www-form-urlencoded Request Bodies)", async () => {
    const object = { streetAddress: "123 Example Dr.", city: "Somewhere", state: "CA", zip: "99999+1234" };
    const request = await sent("stylesBodyForm", { text: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", object });
    expect(textOf(request)).toBe(
      "text=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&object=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D",
    );
  });
});

/** What a server makes of a multipart body: read by the runtime's own parser, which our encoder has nothing to do with. */
async function received({
  body,
  headers,
}: Sent): Promise<[string, string | { type: string; name: string; text: string }][]> {
  const form = await new Response(body, { headers: { "content-type": headers.get("content-type")! } }).formData();
  return Promise.all(
    [...form].map(async ([name, value]) => {
      if (typeof value === "string") return [name, value] as [string, string];
      return [name, { type: value.type, name: value.name, text: await value.text() }];
    }),
  );
}

describe("multipart", () => {
  const png = new File(["png"], 'a "b"\n.png', { type: "image/png" });

  it("a part a member, a list an item each, files with their names, objects as JSON, fixed headers", async () => {
    const body = {
      text: "a,b",
      number: 1.5,
      list: ["x", 2, true, null],
      object: { a: "é" },
      objects: [{ a: 1 }, { b: [2] }],
      file: png,
      files: [new Blob(["1"]), new Uint8Array([50]), new TextEncoder().encode("3").buffer],
      nothing: null,
      absent: undefined,
    };
    const request = await sent("stylesBodyMultipart", body);
    expect(request.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=\d{20,40}$/);
    const boundary = request.headers.get("content-type")!.split("=")[1]!;
    expect(textOf(request).replaceAll(boundary, "B").split("\r\n")).toEqual([
      ...["--B", 'Content-Disposition: form-data; name="text"', "Content-Type: text/csv", "", "a,b"],
      ...["--B", 'Content-Disposition: form-data; name="number"', "", "1.5"],
      ...["--B", 'Content-Disposition: form-data; name="list"', "", "x"],
      ...["--B", 'Content-Disposition: form-data; name="list"', "", "2"],
      ...["--B", 'Content-Disposition: form-data; name="list"', "", "true"],
      ...[
        "--B",
        'Content-Disposition: form-data; name="object"',
        "Content-Type: application/vnd.api+json",
        "",
        '{"a":"é"}',
      ],
      ...["--B", 'Content-Disposition: form-data; name="objects"', "Content-Type: application/json", "", '{"a":1}'],
      ...["--B", 'Content-Disposition: form-data; name="objects"', "Content-Type: application/json", "", '{"b":[2]}'],
      "--B",
      'Content-Disposition: form-data; name="file"; filename="a %22b%22%0A.png"',
      ...["Content-Type: image/png", "X-Kind: avatar", "", "png"],
      ...[1, 2, 3].flatMap((content) => [
        ...["--B", 'Content-Disposition: form-data; name="files"; filename="blob"'],
        ...["Content-Type: application/octet-stream", "", String(content)],
      ]),
      ...["--B--", ""],
    ]);
  });

  it("bytes without a type have the one that the document gives", async () => {
    const request = await sent("stylesBodyMultipart", { file: new Blob(["x"]) });
    expect(await received(request)).toEqual([["file", { type: "image/png", name: "blob", text: "x" }]]);
  });

  it("styles, where the document has them", async () => {
    const request = await sent("stylesBodyMultipartStyled", { list: ["a b", 1], object: { x: 1, y: "&" } });
    expect(await received(request)).toEqual([
      ["list", "a b 1"],
      ["object[x]", "1"],
      ["object[y]", "&"],
    ]);
  });

  it(`a server reads what was given (${printed})`, async () => {
    // The parser that judges reads names as the form encodes them, and takes a part without a name as broken.
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), fc.uint8Array({ maxLength: 40 }), async (list, bytes) => {
        const request = await sent("stylesBodyMultipart", {
          list,
          files: [new Blob([bytes])],
        });
        const parts = await received(request);
        expect(parts.slice(0, -1)).toEqual(list.map((item) => ["list", item]));
        const last = parts.at(-1)![1] as { text: string };
        expect(last.text).toBe(new TextDecoder().decode(bytes));
      }),
      { seed, numRuns },
    );
  });
});

describe("text and bytes are sent as they are", () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
  const stream = (): ReadableStream =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, 100));
        controller.enqueue(bytes.slice(100));
        controller.close();
      },
    });

  it.each<[string, () => unknown]>([
    ["a Blob", () => new Blob([bytes])],
    ["an ArrayBuffer", () => bytes.slice().buffer],
    ["a Uint8Array", () => bytes],
    ["a part of a larger buffer", () => new Uint8Array([0, ...bytes, 0]).subarray(1, 301)],
    ["a ReadableStream", stream],
  ])("%s", async (_, make) => {
    const request = await sent("stylesBodyBinary", make());
    expect(Buffer.from(request.body).equals(Buffer.from(bytes))).toBe(true);
    expect(request.headers.get("content-type")).toBe("application/octet-stream");
  });

  it("text", async () => {
    const request = await sent("stylesBodyText", "é\r\n\u0000😀");
    expect([textOf(request), request.headers.get("content-type")]).toEqual(["é\r\n\u0000😀", "text/plain"]);
  });

  it("a type that the document leaves open is the Blob's own", async () => {
    const type = async (body: unknown) => (await sent("stylesBodyImage", body)).headers.get("content-type");
    expect(await type(new Blob(["x"], { type: "image/webp" }))).toBe("image/webp");
    expect(await type(new Uint8Array(1))).toBe("application/octet-stream");
  });
});

describe("JSON", () => {
  it(`is what JSON.stringify makes (${printed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ stringUnit: "binary" }), async (body) => {
        const request = await sent("stylesBodyJson", body);
        expect(textOf(request)).toBe(JSON.stringify(body));
        expect(request.headers.get("content-type")).toBe("application/json");
      }),
      { seed, numRuns },
    );
  });

  it("date-times, numbers and null stay what they are", async () => {
    const body = { at: "2026-11-24T22:50:00Z", none: null, left: undefined, id: "12345678901234567890" };
    expect(textOf(await sent("stylesBodyJson", body))).toBe(
      '{"at":"2026-11-24T22:50:00Z","none":null,"id":"12345678901234567890"}',
    );
  });
});

describe("a body that has no form is refused before any request", () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  it.each<[string, string, unknown, string]>([
    ["a circle", "stylesBodyJson", circle, "body has no form in JSON"],
    ["a big integer in JSON", "stylesBodyJson", { a: 1n }, "body has no form in JSON"],
    ["a function in JSON", "stylesBodyJson", () => 1, "body has no form in JSON"],
    ["an object as bytes", "stylesBodyBinary", { a: 1 }, "body must be a string, or bytes"],
    ["a number as text", "stylesBodyText", 1, "body must be a string, or bytes"],
    ["a text as a form", "stylesBodyForm", "a=b", "body must be an object"],
    ["null as parts", "stylesBodyMultipart", null, "body must be an object"],
    ["bytes in a form", "stylesBodyForm", { text: new Blob(["x"]) }, "body must have no bytes in text"],
    ["not a number in a form", "stylesBodyForm", { number: Number.NaN }, "the body parameter body.number"],
    ["an object in a deep object", "stylesBodyFormStyled", { object: { a: {} } }, "the body parameter body.object"],
    ["an object as CSV", "stylesBodyMultipart", { text: { a: 1 } }, "the body parameter body.text"],
  ])("%s", async (_, name, body, message) => {
    const outcome = await send(functions, name, { body });
    expect(outcome).toMatchObject({ name: "InvalidArgumentError" });
    expect((outcome as Error).message).toContain(message);
  });
});
