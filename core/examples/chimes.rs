//! Writes the chimes as WAV files, to listen to: `cargo run -p mingmen-core --example chimes [FOLDER]`.

use std::path::PathBuf;

use mingmen_core::sound;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("target/chimes"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    for sound in sound::chimes() {
        let file = folder.join(format!("{:?}.wav", sound.chime).to_lowercase());
        println!("{} ({} ms)", file.display(), sound.length_ms);
        std::fs::write(file, sound.wav)?;
    }
    Ok(())
}
