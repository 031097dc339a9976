//! The bytes of a WAV file: a RIFF of two chunks, `fmt ` and `data`, in the form of Microsoft's and IBM's "Multimedia Programming
//! Interface and Data Specifications 1.0" (1991), which every platform plays.

use super::SAMPLE_RATE;

/// Bytes of one sample of one channel.
const SAMPLE: u16 = 2;
/// Bytes before the samples.
const HEADER: u32 = 44;

/// One channel of 16-bit samples as a WAV file.
pub(super) fn write(samples: &[i16]) -> Vec<u8> {
    let data = samples.len() as u32 * u32::from(SAMPLE);
    let mut wav = Vec::with_capacity((HEADER + data) as usize);
    wav.extend_from_slice(b"RIFF");
    wav.extend_from_slice(&(HEADER - 8 + data).to_le_bytes());
    wav.extend_from_slice(b"WAVEfmt ");
    wav.extend_from_slice(&16_u32.to_le_bytes());
    // Plain samples, one channel.
    wav.extend_from_slice(&1_u16.to_le_bytes());
    wav.extend_from_slice(&1_u16.to_le_bytes());
    wav.extend_from_slice(&SAMPLE_RATE.to_le_bytes());
    wav.extend_from_slice(&(SAMPLE_RATE * u32::from(SAMPLE)).to_le_bytes());
    wav.extend_from_slice(&SAMPLE.to_le_bytes());
    wav.extend_from_slice(&(SAMPLE * 8).to_le_bytes());
    wav.extend_from_slice(b"data");
    wav.extend_from_slice(&data.to_le_bytes());
    samples.iter().for_each(|sample| wav.extend_from_slice(&sample.to_le_bytes()));
    wav
}
