import { expect, test } from "vitest";
import { csvText } from "../../../rulesets/generate/csv-text";
import { rowsAtFault, validateSampleFile } from "./validate-sample-file";

const header = [
  "trip_id",
  "arrival_time",
  "departure_time",
  "stop_id",
  "stop_sequence",
  "shape_dist_traveled",
  "timepoint",
];

type Call = [
  trip: string,
  sequence: number,
  stop: string,
  arrival: string,
  departure: string,
  distance?: string,
  timepoint?: string,
];

async function validate(calls: readonly Call[]) {
  const rows = calls.map(([trip, sequence, stop, arrival, departure, distance = "", timepoint = ""]) => [
    trip,
    arrival,
    departure,
    stop,
    String(sequence),
    distance,
    timepoint,
  ]);
  const summary = await validateSampleFile("gtfs-stop-times", Buffer.from(csvText([header, ...rows], ",")));
  return { ...summary, faults: rowsAtFault(summary.kept) };
}

const faultsOf = async (calls: readonly Call[]) => (await validate(calls)).faults;

const start: Call = ["harbour-1", 1, "HAR1", "08:00:00", "08:00:00", "0"];
const end: Call = ["harbour-1", 9, "HIL1", "09:00:00", "09:00:00", "9.5"];
const between = (arrival: string, departure: string, distance = "", timepoint = ""): Call => [
  "harbour-1",
  5,
  "LIB1",
  arrival,
  departure,
  distance,
  timepoint,
];

test("a trip with its stops in order has no finding, though the file lacks most columns", async () => {
  expect(await faultsOf([start, between("08:20:00", "08:21:00", "4"), end])).toEqual({});
});

test("a departure may be at its arrival, not before it", async () => {
  expect(await faultsOf([start, between("08:20:00", "08:20:00"), end])).toEqual({});
  expect(await faultsOf([start, between("08:20:00", "08:19:59"), end])).toEqual({
    "departure-before-arrival": [[3]],
  });
});

test("times go on past midnight as 24:00:00 and more, and may have one digit of hours", async () => {
  const late: Call = ["harbour-1", 1, "HAR1", "23:59:00", "23:59:30"];
  expect(await faultsOf([late, ["harbour-1", 2, "LIB1", "24:05:00", "25:10:00"]])).toEqual({});
  expect(await faultsOf([late, ["harbour-1", 2, "LIB1", "00:05:00", "00:05:00"]])).toEqual({
    "times-go-back": [[2, 3]],
  });
  expect(await faultsOf([["harbour-1", 1, "HAR1", "8:00:00", "8:00:00"], end])).toEqual({});
});

test("a time that is none is told once, and no rule fails over it", async () => {
  expect(await faultsOf([start, between("08:60:00", "08:20:00"), end])).toEqual({ pattern: [[3]] });
});

test("a timepoint needs both times, another stop neither", async () => {
  expect(await faultsOf([start, between("", "", "4", "0"), end])).toEqual({});
  expect(await faultsOf([start, between("", "", "4", "1"), end])).toEqual({
    "timepoint-without-times": [[3]],
  });
  expect(await faultsOf([start, between("08:20:00", "", "4", "1"), end])).toEqual({
    "timepoint-without-times": [[3]],
  });
});

test("a stop must be known and be a stop or platform", async () => {
  const call = (stop: string): Call => ["harbour-1", 5, stop, "08:20:00", "08:20:00"];
  for (const stop of ["STA1", "MKT2"]) expect(await faultsOf([start, call(stop), end])).toEqual({});
  const { kept, faults } = await validate([start, call("STA"), ["harbour-1", 6, "XXX", "", ""], end]);
  expect(faults).toEqual({ "stop-not-for-boarding": [[3], [4]] });
  expect(kept.map(({ finding }) => finding.params.found)).toEqual(["yes", "none"]);
});

test("a trip must be known, and a stop_sequence comes once in it", async () => {
  const other = (call: Call): Call => ["nowhere-1", call[1], call[2], call[3], call[4]];
  expect(await faultsOf([start, end, other(start), other(end)])).toEqual({ "foreign-key": [[4], [5]] });
  expect(
    await faultsOf([start, between("08:10:00", "08:10:00"), between("08:20:00", "08:20:00"), end]),
  ).toEqual({
    "primary-key": [[3, 4]],
  });
});

test("one stop is no trip, two are", async () => {
  expect(await faultsOf([start])).toEqual({ "trip-with-one-stop": [[2]] });
  expect(await faultsOf([start, end])).toEqual({});
});

test("the ends of a trip have a time", async () => {
  const untimed = (call: Call): Call => [call[0], call[1], call[2], "", "", call[5]];
  expect(await faultsOf([untimed(start), end])).toEqual({ "trip-ends-untimed": [[2, 3]] });
  expect(await faultsOf([start, untimed(end)])).toEqual({ "trip-ends-untimed": [[2, 3]] });
  expect(await faultsOf([untimed(start), untimed(end)])).toEqual({ "trip-ends-untimed": [[2, 3]] });
});

test("times may stand still along a trip, not go back, even behind a stop without times", async () => {
  const still = between("08:00:00", "08:00:00");
  expect(await faultsOf([start, still, end])).toEqual({});
  const back: Call = ["harbour-1", 7, "UNI1", "07:59:59", "08:30:00"];
  expect(await faultsOf([start, between("", ""), back, end])).toEqual({ "times-go-back": [[2, 4]] });
});

test("another trip's times do not matter, and rows need not be in order", async () => {
  const earlier: Call[] = [
    ["harbour-2", 1, "HAR1", "07:00:00", "07:00:00"],
    ["harbour-2", 2, "HIL1", "07:30:00", "07:30:00"],
  ];
  expect(await faultsOf([end, ...earlier, between("08:20:00", "08:21:00"), start])).toEqual({});
});

test("the distance grows", async () => {
  const at = (distance: string) => faultsOf([start, between("08:20:00", "08:20:00", distance), end]);
  expect(await at("9.49")).toEqual({});
  expect(await at("0")).toEqual({ "distance-goes-back": [[2, 3]] });
  expect(await at("9.5")).toEqual({ "distance-goes-back": [[3, 4]] });
});
