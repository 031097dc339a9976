//! The checksum that each row carries, as a Rust function and as the SQL function `mingmen_checksum`.
//!
//! SQLite does not notice a flipped bit inside a value: of 300 random flips in a database like ours its own
//! `integrity_check` let 16 % pass as wrong data. So every row carries a checksum over its table's name and its values.
//!
//! The function is FNV-1a with 64 bits, followed by a mixing step. FNV-1a is eight lines that any language can
//! repeat, and has the one property that matters here for certain and not just very likely: each of its steps is a
//! bijection of the state, so two inputs of equal length that differ in a single byte never have the same checksum.
//! Every single flipped bit in a value is therefore noticed; other damage is missed once in about 2⁶⁴ cases.
//! The mixing step is a bijection too. It spreads the difference over all bits, so that the XOR of many
//! checksums in the ledger does not cancel out for similar rows. It protects against decay, not against forgery.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;

/// FNV-1a, 64 bits: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv> gives both numbers.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn fnv1a(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}

/// The finishing step of `MurmurHash3` (Appleby, public domain).
fn mix(mut state: u64) -> u64 {
    state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    state = (state ^ (state >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    state ^ (state >> 33)
}

/// One value as bytes that no other value shares: a tag for its type, then its length where it has one.
fn absorb(state: u64, value: ValueRef<'_>) -> u64 {
    let tagged = |tag: u8| fnv1a(state, &[tag]);
    let sized = |tag, bytes: &[u8]| fnv1a(fnv1a(tagged(tag), &(bytes.len() as u64).to_le_bytes()), bytes);
    match value {
        ValueRef::Null => tagged(0),
        ValueRef::Integer(number) => fnv1a(tagged(1), &number.to_le_bytes()),
        ValueRef::Real(number) => fnv1a(tagged(2), &number.to_bits().to_le_bytes()),
        ValueRef::Text(bytes) => sized(3, bytes),
        ValueRef::Blob(bytes) => sized(4, bytes),
    }
}

/// The checksum of these values in this order.
pub(super) fn checksum<'v>(values: impl IntoIterator<Item = ValueRef<'v>>) -> i64 {
    mix(values.into_iter().fold(FNV_OFFSET, absorb)).cast_signed()
}

/// Teaches a connection `mingmen_checksum(...)`, which statements and migrations call.
pub(super) fn register(conn: &Connection) -> rusqlite::Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("mingmen_checksum", -1, flags, |context| {
        Ok(checksum((0..context.len()).map(|at| context.get_raw(at))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_step_is_fnv_1a_as_published() {
        assert_eq!(fnv1a(FNV_OFFSET, b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(FNV_OFFSET, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(FNV_OFFSET, b"foobar"), 0x8594_4171_f739_67e8);
    }

    /// The number was computed by a separate program from the description in `docs/data-format.md`.
    #[test]
    fn checksums_already_written_stay_valid() {
        let values =
            [ValueRef::Text(b"practice"), ValueRef::Null, ValueRef::Integer(-1), ValueRef::Blob(&[7; 16])];
        assert_eq!(checksum(values), 8_136_870_202_719_261_841);
    }

    #[test]
    fn equal_bytes_of_another_type_or_another_split_have_another_checksum() {
        let text =
            |words: &[&'static str]| checksum(words.iter().map(|word| ValueRef::Text(word.as_bytes())));
        assert_ne!(text(&["ab", "c"]), text(&["a", "bc"]));
        assert_ne!(text(&[""]), text(&[]));
        assert_ne!(checksum([ValueRef::Text(b"ab")]), checksum([ValueRef::Blob(b"ab")]));
        assert_ne!(checksum([ValueRef::Integer(0)]), checksum([ValueRef::Null]));
    }

    #[test]
    fn sql_and_rust_compute_the_same() {
        let conn = Connection::open_in_memory().unwrap();
        register(&conn).unwrap();
        let sql: i64 =
            conn.query_row("SELECT mingmen_checksum('a', NULL, 7, x'00')", [], |row| row.get(0)).unwrap();
        let values = [ValueRef::Text(b"a"), ValueRef::Null, ValueRef::Integer(7), ValueRef::Blob(&[0])];
        assert_eq!(sql, checksum(values));
    }

    proptest! {
        #[test]
        fn one_flipped_bit_always_changes_it(mut note in proptest::collection::vec(any::<u8>(), 1..300), at in any::<usize>()) {
            let before = checksum([ValueRef::Blob(&note), ValueRef::Integer(3)]);
            let bit = at % (note.len() * 8);
            note[bit / 8] ^= 1 << (bit % 8);
            prop_assert_ne!(before, checksum([ValueRef::Blob(&note), ValueRef::Integer(3)]));
        }
    }
}
