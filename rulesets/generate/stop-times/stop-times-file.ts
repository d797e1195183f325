import { makeRandom } from "../random";
import { faultyTrips } from "./faulty-trips";
import { lines, makeTrip, type StopTime } from "./trip";

export const stopTimesHeader = [
  "trip_id",
  "arrival_time",
  "departure_time",
  "stop_id",
  "stop_sequence",
  "stop_headsign",
  "pickup_type",
  "drop_off_type",
  "shape_dist_traveled",
  "timepoint",
];

const cells = (call: StopTime): string[] => [
  call.trip,
  call.arrival,
  call.departure,
  call.stop,
  String(call.sequence),
  call.headsign,
  call.pickup,
  call.dropOff,
  call.distance,
  call.timepoint,
];

/** Trips that trips.csv knows, the last ones past midnight. */
export const knownTrips = lines.flatMap(({ name }) =>
  Array.from({ length: 12 }, (_, i) => `${name}-${i + 1}`),
);

/** The rows of a stop_times file, the header first: one trip after another, as many as trips.csv knows. */
export function* stopTimesFile({ seed, rows, isFaulty }: { seed: number; rows: number; isFaulty: boolean }) {
  const random = makeRandom(seed);
  yield stopTimesHeader;
  const changes = Object.values(faultyTrips);
  let written = 0;
  for (let i = 0; i < knownTrips.length && written < rows; i++) {
    const trip = knownTrips[i] ?? "";
    const line = lines.find(({ name }) => trip.startsWith(name));
    const from = isFaulty ? 84_600 : 6 * 3600 + i * 2800;
    const sound = makeTrip(random, {
      trip,
      stops: line?.stops ?? [],
      from,
      timedShare: isFaulty ? 1 : 0.8,
    });
    const calls = isFaulty && i % 2 === 1 ? (changes[(i - 1) / 2]?.(sound) ?? sound) : sound;
    for (const call of calls) {
      yield cells(call);
      written++;
    }
  }
}
