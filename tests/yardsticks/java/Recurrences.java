import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/** The next rings of a plan, a class and the week's review by lib-recur and by a loop over java.time, with what they take. */
final class Recurrences {
    private static final int ROUNDS = 31;
    private static final int WARM_UP = 5_000;
    private static final int TIMES = 200;
    private static final String[] STARTS = {"20260309T080000", "20260312T183000", "20260315T180000"};
    private static final String[] RULES = {
        "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=60", "FREQ=WEEKLY;BYDAY=TH;COUNT=60", "FREQ=WEEKLY;BYDAY=SU;COUNT=60",
    };
    private static final Map<DayOfWeek, LocalTime> WEEK = Map.of(
        DayOfWeek.MONDAY, LocalTime.of(8, 0), DayOfWeek.WEDNESDAY, LocalTime.of(8, 0), DayOfWeek.FRIDAY, LocalTime.of(8, 0),
        DayOfWeek.THURSDAY, LocalTime.of(18, 30), DayOfWeek.SUNDAY, LocalTime.of(18, 0));

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        tell("lib-recur 0.17.1, warm", () -> byLibRecur(count));
        tell("java.time by hand, warm", () -> byHand(count));
    }

    private static long[] byLibRecur(int count) {
        List<Long> rings = new ArrayList<>();
        TimeZone london = TimeZone.getTimeZone("Europe/London");
        try {
            for (int i = 0; i < RULES.length; i++) {
                var rule = new RecurrenceRule(RULES[i]).iterator(DateTime.parse(london, STARTS[i]));
                for (int n = 0; n < count && rule.hasNext(); n++) {
                    rings.add(rule.nextMillis() / 1000);
                }
            }
        } catch (org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException fault) {
            throw new IllegalStateException(fault);
        }
        return rings.stream().mapToLong(Long::longValue).sorted().limit(count).toArray();
    }

    private static long[] byHand(int count) {
        ZoneId london = ZoneId.of("Europe/London");
        Instant now = Instant.parse("2026-03-09T07:00:00Z");
        long[] rings = new long[count];
        int found = 0;
        for (LocalDate day = now.atZone(london).toLocalDate(); found < count; day = day.plusDays(1)) {
            LocalTime time = WEEK.get(day.getDayOfWeek());
            if (time == null) continue;
            Instant at = day.atTime(time).atZone(london).toInstant();
            if (at.isAfter(now)) rings[found++] = at.getEpochSecond();
        }
        return rings;
    }

    private static void tell(String name, Supplier<long[]> work) {
        long sink = 0;
        for (int i = 0; i < WARM_UP; i++) sink += work.get()[0];
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < TIMES; i++) sink += work.get()[0];
            micros[round] = (System.nanoTime() - start) / 1e3 / TIMES;
        }
        Arrays.sort(micros);
        if (sink == 42) throw new IllegalStateException("never: it only keeps the work from being left out");
        StringBuilder rings = new StringBuilder();
        for (long at : work.get()) rings.append(rings.isEmpty() ? "" : " ").append(at);
        System.out.println(name + "\t" + micros[ROUNDS / 2] + "\t" + micros[0] + "\t" + rings);
    }
}
