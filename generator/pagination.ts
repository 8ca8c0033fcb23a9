import type { Pagination } from "./openapi";

/** Others write an extension of this name too; ours has at least one of its members. */
export function isOurs(pagination: unknown): pagination is Pagination {
  const members = ["parameter", "items", "next"];
  return typeof pagination === "object" && pagination !== null && members.some((key) => Object.hasOwn(pagination, key));
}
