//! `cargo xtask`: the one entry to everything a developer does here.
fn main() {
    println!("Nothing to run yet.");
}
