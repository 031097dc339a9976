import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes Android archives apart: their classes into one folder, their resources compiled for the linker, one file each,
 * and the names of their packages into one line, for which the linker writes an R class each.
 *
 * <pre>java Archives.java ARCHIVES CLASSES RESOURCES</pre>
 */
public final class Archives {
    /**
     * Debian's aapt2 knows the resources of Android 10. What asks for later ones serves dynamic colour only, which the
     * app does not use.
     */
    private static final Pattern TOO_NEW_FOLDER = Pattern.compile("res/[^/]*-v3\\d/.*");
    private static final String TOO_NEW_ATTRIBUTE = "<attr name=\"android:lStar\"/>";
    private static final Pattern PACKAGE = Pattern.compile("package=\"([^\"]+)\"");

    private final Path classes;
    private final Path resources;
    private final TreeSet<String> packages = new TreeSet<>();

    private Archives(Path classes, Path resources) {
        this.classes = classes;
        this.resources = resources;
    }

    public static void main(String[] folders) throws IOException, InterruptedException {
        List<Path> archives = sorted(Path.of(folders[0]), ".aar");
        if (archives.isEmpty()) throw new IOException("no archives in " + folders[0]);
        Archives work = new Archives(Path.of(folders[1]), Path.of(folders[2]));
        Path stamp = work.resources.resolve("done");
        String names = String.join("\n", archives.stream().map(archive -> archive.getFileName().toString()).toList());
        // A released archive never changes, so its name says all.
        if (Files.exists(stamp) && Files.readString(stamp).equals(names)) return;
        clear(work.classes);
        clear(work.resources);
        for (Path archive : archives) work.takeApart(archive);
        Files.writeString(work.resources.resolve("packages"), String.join(":", work.packages));
        Files.writeString(stamp, names);
    }

    private void takeApart(Path archive) throws IOException, InterruptedException {
        String name = archive.getFileName().toString().replace(".aar", "");
        Path own = resources.resolve(name);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) continue;
                take(entry.getName(), zip, own);
            }
        }
        if (!Files.exists(own)) return;
        run("aapt2", "compile", "--dir", own.resolve("res").toString(), "-o", resources.resolve(name + ".flat.zip").toString());
    }

    private void take(String entry, InputStream content, Path own) throws IOException {
        if (entry.equals("classes.jar") || entry.matches("libs/.*\\.jar")) {
            takeClasses(new ZipInputStream(content));
        } else if (entry.equals("AndroidManifest.xml")) {
            Matcher name = PACKAGE.matcher(new String(content.readAllBytes()));
            if (name.find()) packages.add(name.group(1));
        } else if (entry.matches("res/values[^/]*/.*")) {
            if (!TOO_NEW_FOLDER.matcher(entry).matches()) {
                String text = new String(content.readAllBytes()).replace(TOO_NEW_ATTRIBUTE, "");
                write(own.resolve(entry), text.getBytes());
            }
        } else if (entry.startsWith("res/") && !TOO_NEW_FOLDER.matcher(entry).matches()) {
            write(own.resolve(entry), content.readAllBytes());
        }
    }

    private void takeClasses(ZipInputStream jar) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (!entry.isDirectory()) write(classes.resolve(entry.getName()), jar.readAllBytes());
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static List<Path> sorted(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(end)).sorted().toList());
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(Archives::delete);
            }
        }
        Files.createDirectories(folder);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) throw new IOException(String.join(" ", command) + " ended with " + status);
    }
}
