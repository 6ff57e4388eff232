package hospital;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Leaves each message as a file that is there whole or not at all; its id is the file's name. */
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
        Path half = folder.resolve(message.id() + ".half");
        try (FileOutputStream out = new FileOutputStream(half.toFile())) {
            out.write(message.document().getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        Files.move(half, arrived, StandardCopyOption.ATOMIC_MOVE);
    }
}
