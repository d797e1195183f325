import { twoDigits } from "../day";
import type { Random } from "../random";

/** One call of a trip at a stop; an empty text where the feed says nothing. */
export interface StopTime {
  trip: string;
  arrival: string;
  departure: string;
  stop: string;
  sequence: number;
  headsign: string;
  pickup: string;
  dropOff: string;
  distance: string;
  timepoint: string;
}

export const lines = [
  { name: "harbour", stops: ["HAR1", "MKT1", "LIB1", "PRK1", "UNI1", "HIL1"] },
  { name: "orchard", stops: ["STA1", "MKT2", "ORC1", "MIL1", "FER1"] },
];

/** HH:MM:SS, past 24:00:00 for a trip that runs past midnight. */
export const tripClock = (seconds: number) =>
  `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;

/** A trip that calls at every stop of its line; `timedShare` of the stops between the ends have times. */
export function makeTrip(
  random: Random,
  {
    trip,
    stops,
    from,
    timedShare,
  }: { trip: string; stops: readonly string[]; from: number; timedShare: number },
): StopTime[] {
  let at = from;
  let metres = 0;
  return stops.map((stop, i) => {
    const isEnd = i === 0 || i === stops.length - 1;
    const isTimed = isEnd || random.chance(timedShare);
    const arrival = at;
    const departure = at + (isEnd ? 0 : random.pick([0, 20, 30]));
    const distance = metres;
    at = departure + random.whole(90, 420);
    metres += random.whole(300, 1500);
    return {
      trip,
      arrival: isTimed ? tripClock(arrival) : "",
      departure: isTimed ? tripClock(departure) : "",
      stop,
      sequence: (i + 1) * 5,
      headsign: i === 0 ? "" : "Downtown",
      pickup: i === stops.length - 1 ? "1" : "0",
      dropOff: i === 0 ? "1" : "0",
      distance: (distance / 1000).toFixed(2),
      timepoint: isTimed ? "1" : "0",
    };
  });
}
