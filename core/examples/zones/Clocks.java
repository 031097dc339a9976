import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;

/**
 * Answers questions about clocks by java.time: {@code java Clocks.java FILE}, or without FILE for the release alone.
 *
 * <p>The first line names the release of the tz database and where it is from; then comes one line for each question.
 */
final class Clocks {
    private Clocks() {}

    public static void main(String[] arguments) throws IOException {
        try (var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            String release = ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
            out.write(release + "\tits own\tJava " + System.getProperty("java.version") + "\n");
            if (arguments.length == 0) {
                return;
            }
            try (BufferedReader questions = Files.newBufferedReader(Path.of(arguments[0]))) {
                ZoneRules rules = null;
                for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                    int space = line.indexOf(' ');
                    String value = line.substring(space + 1);
                    if (line.startsWith("zone ")) {
                        rules = rules(value);
                    } else {
                        out.write(answer(rules, line.startsWith("at "), value));
                        out.write('\n');
                    }
                }
            }
        }
    }

    private static ZoneRules rules(String id) {
        try {
            return ZoneId.of(id).getRules();
        } catch (ZoneRulesException unknown) {
            return null;
        }
    }

    private static String answer(ZoneRules rules, boolean isInstant, String value) {
        if (rules == null) {
            return "no such zone";
        }
        if (isInstant) {
            Instant at = Instant.ofEpochSecond(Long.parseLong(value));
            LocalDateTime shown = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, rules.getOffset(at));
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(shown);
        }
        return first(rules, LocalDateTime.parse(value));
    }

    /** When the clock first shows a time; the end of the gap that swallowed it; never on a day that it skipped. */
    private static String first(ZoneRules rules, LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null || change.isOverlap()) {
            ZoneOffset offset = change == null ? rules.getOffset(local) : change.getOffsetBefore();
            return Long.toString(local.toEpochSecond(offset));
        }
        var lastShown = change.getDateTimeBefore().minusNanos(1).toLocalDate();
        var firstShown = change.getDateTimeAfter().toLocalDate();
        boolean hasDay = local.toLocalDate().equals(lastShown) || local.toLocalDate().equals(firstShown);
        return hasDay ? Long.toString(change.toEpochSecond()) : "never";
    }
}
