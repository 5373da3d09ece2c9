// Time as the engine counts it: whole minutes, on a line of numbered days or of dates (proleptic Gregorian
// ordinals, day 1 being 1 January of the year 1). On numbered days a year is 365 days and a month is 30.

export const DAY = 24 * 60;
const LAST = 3652059; // 31 December 9999

/** The minute that lies a deadline after another; a month's last day stands for days that it lacks. */
export function after([months, minutes], when, dated) {
  if (months === 0) return when + minutes;
  if (!dated) return when + (Math.floor(months / 12) * 365 + (months % 12) * 30) * DAY + minutes;
  const start = dateOf(Math.floor(when / DAY));
  const whole = start.year * 12 + start.month - 1 + months;
  const [year, month] = [Math.floor(whole / 12), whole % 12];
  if (year >= 9999) return LAST * DAY;
  const end = ordinal(year, month + 1, Math.min(start.day, daysIn(year, month + 1)));
  return end * DAY + (((when % DAY) + DAY) % DAY) + minutes;
}

/** The day in which a minute lies, as it is shown: a number, or a date such as 2026-01-06. */
export function dayOf(minute, dated) {
  const day = Math.floor(minute / DAY);
  if (!dated) return day;
  const { year, month, day: date } = dateOf(Math.min(Math.max(day, 1), LAST));
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function utc(year, month, day) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment.getTime() / 86400000;
}

const FIRST = utc(1, 1, 1);

export function ordinal(year, month, day) {
  return utc(year, month, day) - FIRST + 1;
}

function dateOf(number) {
  const moment = new Date((number - 1 + FIRST) * 86400000);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

function daysIn(year, month) {
  return utc(year, month + 1, 1) - utc(year, month, 1);
}
