import { expect, it } from "vitest";
import { connectionKind } from "@/queue/backend";
import { describeQueue } from "./queue-behaviour";

it("lives in Postgres while there is no Redis", () => expect(connectionKind()).toBe("postgres"));
describeQueue();
