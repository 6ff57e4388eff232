package hospital;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Leaves each message as a file that is there whole or not at all; its id is the file's name. Whoever takes the file away keeps
 * the id: after a crash between arrival and mark it comes once more.
 */
public final class FolderCarrier implements Carrier {
    private final Path folder;

    /** A carrier to this folder. */
    public FolderCarrier(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public void bring(Message message) throws IOException {
        Path arrived = folder.resolve(message.id() + ".json");
        if (Files.exists(arrived)) return;
        // A name of its own: another sender may bring the same message now.
        Path half = Files.createTempFile(folder, message.id(), ".half");
        try {
            try (FileOutputStream out = new FileOutputStream(half.toFile())) {
                out.write(message.document().getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            Files.move(half, arrived, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        sync(folder);
    }

    /** Puts the names in a folder on the disk, where the system can. */
    private static void sync(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) return;
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
