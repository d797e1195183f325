import { type StopTime, tripClock } from "./trip";

type Change = (calls: StopTime[]) => StopTime[];

function change(index: number, make: (call: StopTime, before: StopTime) => Partial<StopTime>): Change {
  return (calls) =>
    calls.map((call, i) => {
      const before = calls[i - 1];
      return i === index && before ? { ...call, ...make(call, before) } : call;
    });
}

/** The time one second before another. */
function secondBefore(time: string): string {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return tripClock(hours * 3600 + minutes * 60 + seconds - 1);
}

const untimed = { arrival: "", departure: "" };

/** For each finding the change of a sound trip, timed at every stop, that brings it about. */
export const faultyTrips: Readonly<Record<string, Change>> = {
  "departure-before-arrival": change(2, ({ arrival }) => ({ departure: secondBefore(arrival) })),
  "timepoint-without-times": change(2, () => ({ ...untimed, timepoint: "1" })),
  "stop-not-for-boarding": change(1, () => ({ stop: "STA" })),
  "trip-with-one-stop": (calls) => calls.slice(0, 1),
  "trip-ends-untimed": (calls) =>
    calls.map((call, i) => (i === 0 ? { ...call, ...untimed, timepoint: "0" } : call)),
  "times-go-back": change(3, (_, { departure }) => ({ arrival: secondBefore(departure) })),
  "distance-goes-back": change(3, (_, { distance }) => ({ distance })),
  "primary-key": change(3, (_, { sequence }) => ({ sequence })),
  "foreign-key": (calls) => calls.map((call) => ({ ...call, trip: "nowhere-1" })),
  pattern: change(2, () => ({ arrival: "23:60:00", departure: "", timepoint: "0" })),
};
