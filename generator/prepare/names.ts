import { Claims } from "./claims";
import { reservedFunctionNames, reservedMemberNames, reservedMethodNames, reservedTypeNames } from "./reserved";
import { camelCase, kebabCase, pascalCase, words } from "./words";
import type { Alias } from "./aliases";
import type { OpenApiDocument } from "../openapi";
import type { ResolvedOperation } from "./operations";

/** What the things of a document are called in the package. Made once; both the client and the docs read it. */
export interface Names {
  readonly tags: ReadonlyMap<string, TagNames>;
  /** By operationId. */
  readonly operations: ReadonlyMap<string, OperationNames>;
  /** Old names that are kept: those of operations are in `operations`, those of schemas are types. */
  readonly aliases: readonly Alias[];
  readonly aliasTypes: ReadonlyMap<string, string>;
  /** By key in `components.schemas`. */
  readonly schemas: ReadonlyMap<string, SchemaNames>;
}

export interface TagNames {
  /** `client.audiences` */
  readonly namespace: string;
  /** `src/operations/audiences.ts` */
  readonly fileStem: string;
  /** `docs/AudiencesApi.md`, and the type of `client.audiences` */
  readonly pageStem: string;
  readonly apiName: string;
  readonly safeApiName: string;
}

export interface OperationNames {
  /** `client.audiences.createCustom` */
  readonly methodName: string;
  readonly functionName: string;
  readonly safeFunctionName: string;
  /** The constant that holds what the runtime must know of it. */
  readonly descriptorName: string;
  readonly argsName: string;
  readonly resultName: string;
}

export interface SchemaNames {
  readonly typeName: string;
  /** `docs/schemas/Audience.md` */
  readonly pageStem: string;
}

/** Longest stem of a file name: with a suffix and a number it stays below every file system's limit. */
const longestStem = 80;

/** Names everything. Schemas choose first, so that their names stay as the document spells them; old names come last. */
export function nameAll(
  document: OpenApiDocument,
  operations: readonly ResolvedOperation[],
  aliases: readonly Alias[] = [],
): Names {
  const types = new Claims(reservedTypeNames);
  const schemas = nameSchemas(Object.keys(document.components?.schemas ?? {}), types);
  const tags = nameTags([...new Set(operations.map((operation) => operation.tag))], types);
  const kept = aliases.flatMap(({ was, is }) =>
    operations.filter(({ operationId }) => operationId === is).map((operation) => ({ ...operation, operationId: was })),
  );
  return {
    schemas,
    tags,
    operations: nameOperations([...operations, ...kept], tags, types),
    aliases,
    aliasTypes: new Map(
      aliases.filter(({ is }) => schemas.has(is)).map(({ was }) => [was, types.claim(typeIdentifier(was))]),
    ),
  };
}

function nameSchemas(keys: readonly string[], types: Claims): Map<string, SchemaNames> {
  const pages = new Claims(["README", ...deviceNames], { ignoreCase: true });
  return new Map(
    keys.map((key) => [key, { typeName: types.claim(typeIdentifier(key)), pageStem: pages.claim(pageStem(key)) }]),
  );
}

function nameTags(tags: readonly string[], types: Claims): Map<string, TagNames> {
  const members = new Claims(reservedMemberNames);
  const files = new Claims(deviceNames, { ignoreCase: true });
  const pages = new Claims(["README"], { ignoreCase: true });
  return new Map(
    tags.map((tag) => {
      const parts = words(tag);
      const apiName = types.claim(`${startIdentifier(pascalCase(parts)) || "Default"}Api`);
      return [
        tag,
        {
          namespace: memberName(members, startIdentifier(camelCase(parts)) || "default", reservedMemberNames),
          fileStem: files.claim(kebabCase(parts).slice(0, longestStem) || "tag"),
          pageStem: pages.claim(`${pascalCase(kebabCase(parts).slice(0, longestStem).split("-")) || "Tag"}Api`),
          apiName,
          safeApiName: types.claim(`Safe${apiName}`),
        },
      ];
    }),
  );
}

function nameOperations(
  operations: readonly ResolvedOperation[],
  tags: ReadonlyMap<string, TagNames>,
  types: Claims,
): Map<string, OperationNames> {
  const functions = new Claims(reservedFunctionNames);
  const members = new Map([...tags.keys()].map((tag) => [tag, new Claims(reservedMethodNames)]));
  return new Map(
    operations.map(({ operationId, tag }) => {
      const parts = words(operationId);
      const functionName = claimFunction(functions, startIdentifier(camelCase(parts)) || "operation");
      const typeStem = startIdentifier(pascalCase(parts)) || "Operation";
      const method = startIdentifier(camelCase(withoutTag(parts, words(tag)))) || "operation";
      return [
        operationId,
        {
          methodName: memberName(members.get(tag) as Claims, method, reservedMethodNames),
          functionName,
          safeFunctionName: functions.claim(`${functionName}Safe`),
          descriptorName: functions.claim(`${functionName}Operation`),
          argsName: types.claim(`${typeStem}Args`),
          resultName: types.claim(`${typeStem}Result`),
        },
      ];
    }),
  );
}

/** A reserved word gets a trailing `_`; a taken name gets a number. */
function claimFunction(functions: Claims, name: string): string {
  return functions.claim(reservedFunctionNames.has(name) ? `${name}_` : name);
}

function memberName(members: Claims, name: string, reserved: ReadonlySet<string>): string {
  return members.claim(reserved.has(name) ? `${name}_` : name);
}

/** `audiences_create_custom` in the tag `audiences` → `create_custom`; a name that is only the tag stays. */
function withoutTag(parts: readonly string[], tag: readonly string[]): readonly string[] {
  const isPrefix =
    tag.length < parts.length && tag.every((word, index) => word.toLowerCase() === parts[index]?.toLowerCase());
  return isPrefix ? parts.slice(tag.length) : parts;
}

/** A schema's name as it is when TypeScript takes it as a type's, else its words. */
function typeIdentifier(key: string): string {
  if (/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) && !reservedTypeNames.has(key)) return key;
  const name = startIdentifier(pascalCase(words(key))) || "Schema";
  return reservedTypeNames.has(name) ? `${name}_` : name;
}

/** An identifier can't begin with a digit or a combining mark. */
function startIdentifier(name: string): string {
  return name === "" || /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}

/** A schema's key as a file name: component keys are ASCII (`check`), but a leading dot hides a file and `..` climbs. */
function pageStem(key: string): string {
  const stem = key.replace(/^\.+|\.+$/g, "_").slice(0, longestStem);
  return stem === "" ? "_" : stem;
}

/** Names that Windows keeps for devices, with any extension. */
const deviceNames = ["con", "prn", "aux", "nul", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`com${n}`, `lpt${n}`])];
